// The worlds of the cases that count lines: a hotel with stays, an app with payments, a school with learning events.
import { exp, Names, Random } from '@tierflow/draw';
import { customerSet, dayBack, lineSet, numbered, SEED, within } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

/** Guests of a hotel; some have only asked for a room. */
export function hotel(): readonly ExampleSet[] {
  const names = new Names();
  const lines: Cell[][] = [];
  const guests = Array.from({ length: 800 }, (_, index): Cell[] => {
    const random = new Random(SEED, index, 26);
    const id = numbered('G', index);
    const kind = random.next();
    const pace = kind < 0.12 ? 9 : kind < 0.35 ? 4.5 : kind < 0.9 ? 1.2 : 0;
    const known = kind > 0.7 ? random.whole(5, 170) : random.whole(200, 900);
    for (let back = pace === 0 ? -1 : known; back >= 0; back -= 1 + Math.round((365 / pace) * random.exponential())) {
      const nights = 1 + random.poisson(pace > 4 ? 1.2 : 0.6);
      lines.push([id, dayBack(back), nights, Math.round(nights * (420 + random.normal() * 90))]);
    }
    return [id, names.person(random, random.chance(0.45)), random.oneOf(['上海', '南京', '厦门', '成都'])];
  });
  return [
    customerSet(['customer_id', 'name', 'city'], guests),
    lineSet('stays', 'check_in', ['customer_id', 'check_in', 'nights', 'amount'], lines),
  ];
}

/** Users of an app; four in ten have paid. */
export function app(): readonly ExampleSet[] {
  const lines: Cell[][] = [];
  const users = Array.from({ length: 1_500 }, (_, index): Cell[] => {
    const random = new Random(SEED, index, 27);
    const id = numbered('U', index);
    const known = random.whole(10, 420);
    if (!random.chance(0.4)) return [id, 'none'];
    const pace = 9 * exp(random.normal() * 0.8);
    const end = random.chance(0.35) ? random.whole(60, 300) : 0;
    for (let back = known; back >= end; back -= 1 + Math.round((365 / pace) * random.exponential()))
      lines.push([id, dayBack(back), random.oneOf([6, 12, 30, 30, 68, 128, 328])]);
    return [id, random.oneOf(['wechat', 'alipay', 'card'])];
  });
  return [
    customerSet(['customer_id', 'payment_method'], users),
    lineSet('orders', 'ordered_at', ['customer_id', 'ordered_at', 'amount'], lines),
  ];
}

/** Learners of an online school with what they did. */
export function school(): readonly ExampleSet[] {
  const names = new Names();
  const lines: Cell[][] = [];
  const learners = Array.from({ length: 900 }, (_, index): Cell[] => {
    const random = new Random(SEED, index, 28);
    const id = numbered('L', index);
    const zeal = random.beta(1.3, 1.7);
    const known = random.whole(20, 120);
    lines.push([id, dayBack(known), 'payment', undefined, random.oneOf([199, 399, 899])]);
    if (random.chance(zeal * 0.7)) lines.push([id, dayBack(random.whole(0, known)), 'payment', undefined, 399]);
    const end = random.chance(0.25) ? random.whole(5, 60) : 0;
    for (let back = known; back >= end; back -= 1 + Math.round((2.5 / (zeal + 0.05)) * random.exponential())) {
      const kind = random.chance(0.4) ? 'exercise' : 'lesson';
      lines.push([id, dayBack(back), kind, 5 + Math.round(20 * random.gamma(1 + zeal)), undefined]);
    }
    return [
      id,
      names.person(random, random.chance(0.5)),
      Math.round(within(0, zeal * (known / 110) + random.normal() * 0.08, 1) * 100) / 100,
    ];
  });
  return [
    customerSet(['customer_id', 'name', 'progress'], learners),
    lineSet('lessons', 'happened_on', ['customer_id', 'happened_on', 'kind', 'minutes', 'amount'], lines),
  ];
}
