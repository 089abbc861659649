// An invented mail-order firm as it runs: contact data with gaps and slips, consents, last contacts, and orders around an
// offer that a fifth of the customers did not get.
import { stableHash } from '@tierflow/definition';
import { exp, Names, Random } from '@tierflow/draw';
import { offerSalt, withheld } from '../hold-out/offer.ts';
import { answer, customerSet, dayBack, lineSet, numbered, SEED } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

const CUSTOMERS = 1_500;
/** The offer ran in the last 90 days. */
const OFFER_DAYS = 90;
const CITIES = ['上海', '上海', '上海市', ' 上海', 'SH', '杭州', '杭州市', '南京', '成都', '成都 ', 'CD'];

/** The firm. */
export function practice(): readonly ExampleSet[] {
  const names = new Names();
  const orders: Cell[][] = [];
  const customers = Array.from({ length: CUSTOMERS }, (_, index): Cell[] => {
    const random = new Random(SEED, index, 31);
    const id = numbered('P', index);
    const size = exp(random.normal() * 0.7);
    orders.push(...ordersOf(id, size, random));
    return [id, names.person(random, random.chance(0.6)), ...contactData(names, random), ...dealings(size, random)];
  });
  return [
    customerSet(
      [
        'customer_id',
        'name',
        'phone',
        'email',
        'city',
        'age',
        'updated_on',
        'consent',
        'consented_on',
        'last_contact',
        'revenue',
        'satisfaction',
      ],
      customers,
    ),
    lineSet('orders', 'ordered_at', ['customer_id', 'ordered_at', 'amount'], orders),
  ];
}

/** What is known of a person; one number in thirty has lost digits, one age in fifty is impossible. */
function contactData(names: Names, random: Random): readonly Cell[] {
  const phone = names.phone(random);
  return [
    random.chance(0.1) ? undefined : random.chance(1 / 30) ? phone.slice(0, 8) : phone,
    random.chance(0.3) ? undefined : `${numbered('p', random.whole(0, 99_998)).toLowerCase()}@example.com`,
    random.chance(0.06) ? undefined : random.oneOf(CITIES),
    random.chance(0.15) ? undefined : random.chance(0.02) ? 199 : random.whole(19, 78),
    random.chance(0.05) ? undefined : dayBack(Math.round(420 * random.exponential())),
  ];
}

function dealings(size: number, random: Random): readonly Cell[] {
  const consent = random.chance(0.16) ? undefined : random.chance(0.86);
  return [
    consent,
    consent === true ? dayBack(random.whole(5, 1_200)) : undefined,
    random.chance(0.04) ? undefined : dayBack(Math.round(70 * random.exponential())),
    Math.round(1_800 * size),
    random.chance(0.3) ? undefined : answer(random, 7.4, 10),
  ];
}

/** Orders of a year. The offer brings more people back, and those who come back buy a little more. */
function ordersOf(id: string, size: number, random: Random): readonly Cell[][] {
  const offered = stableHash(offerSalt, id) >= withheld;
  const usual = 240 * size;
  const order = (back: number, factor: number): Cell[] => [
    id,
    dayBack(back),
    Math.round(usual * factor * exp(random.normal() * 0.3) * 100) / 100,
  ];
  const before = Array.from({ length: 1 + random.poisson(2) }, () => order(random.whole(OFFER_DAYS, 364), 1));
  if (!random.chance(offered ? 0.52 : 0.4)) return before;
  const after = Array.from({ length: 1 + random.poisson(0.5) }, () => order(random.whole(0, OFFER_DAYS - 1), offered ? 1.08 : 1));
  return [...before, ...after];
}
