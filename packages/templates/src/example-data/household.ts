// An invented shop for the household: orders of several goods, in which some goods go together and most do not.
import { exp, Random, Weighted } from '@tierflow/draw';
import { customerSet, dayBack, lineSet, numbered, SEED } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

const CUSTOMERS = 900;

/** Goods that are bought by themselves, with how often. */
const GOODS = new Weighted<string>([
  ['dish soap', 16],
  ['paper towels', 15],
  ['light bulbs', 11],
  ['candles', 9],
  ['storage box', 9],
  ['bed linen', 7],
  ['towel set', 7],
  ['frying pan', 6],
  ['vase', 5],
  ['wall clock', 4],
  ['tea cups', 4],
  ['flower pot', 3],
  ['potting soil', 3],
  ['cot linen', 2],
  ['paper filters', 2],
]);

/** What leads to what: with the first goods in the basket, each of the others follows with its chance. */
const BUNDLES = new Weighted<readonly [goods: readonly string[], followers: readonly (readonly [string, number])[]]>([
  [
    [
      ['coffee maker'],
      [
        ['coffee beans', 0.7],
        ['paper filters', 0.55],
      ],
    ],
    20,
  ],
  [[['coffee beans'], [['paper filters', 0.3]]], 16],
  [[['printer'], [['ink cartridge', 0.65]]], 14],
  [[['ink cartridge'], []], 8],
  [[['tea pot'], [['tea cups', 0.6]]], 14],
  [[['cot'], [['cot linen', 0.6]]], 10],
  [[['houseplant', 'flower pot'], [['potting soil', 0.75]]], 12],
  [[['houseplant'], []], 10],
]);

/** The shop's customers and the lines of their orders. */
export function household(): readonly ExampleSet[] {
  const lines: Cell[][] = [];
  const customers = Array.from({ length: CUSTOMERS }, (_, index): Cell[] => {
    const random = new Random(SEED, index, 32);
    const id = numbered('H', index);
    const orders = random.chance(0.06) ? 0 : 1 + random.poisson(1.6 * exp(random.normal() * 0.5));
    for (let order = 0; order < orders; order += 1) {
      const back = random.whole(0, 540);
      for (const product of basket(random)) lines.push([id, dayBack(back), `${id}-${order + 1}`, product]);
    }
    return [id, random.oneOf(['上海', '杭州', '成都', '武汉'])];
  });
  return [
    customerSet(['customer_id', 'city'], customers),
    lineSet('orders', 'ordered_at', ['customer_id', 'ordered_at', 'order_id', 'product'], lines),
  ];
}

function basket(random: Random): ReadonlySet<string> {
  const goods = new Set<string>();
  if (random.chance(0.55)) {
    const [first, followers] = BUNDLES.draw(random);
    for (const product of first) goods.add(product);
    for (const [product, chance] of followers) if (random.chance(chance)) goods.add(product);
  }
  const others = goods.size === 0 ? 1 + random.poisson(0.7) : random.poisson(0.6);
  for (let more = 0; more < others; more += 1) goods.add(GOODS.draw(random));
  return goods;
}
