// Association rules on baskets in the shape of a grocer's (9,835 baskets of 169 goods, a few sold everywhere, most seldom): all
// frequent sets, and from them the rules, beside the fastest plain package that finds the same sets and no rules.
import { estimators } from '@tierflow/fitting';
import { FPGrowth } from 'node-fpgrowth';
import { type Random, seeded } from '../generate/random.ts';
import { printTimings, processorTime, timeInRounds } from './rounds.ts';

const [baskets, goods, support] = [9835, 169, 0.001];

/** Times both on the same baskets; throws where they find different numbers of sets. */
export async function benchBaskets(rounds: number): Promise<void> {
  const drawn = draw(seeded(11));
  const lines = linesOf(drawn);
  const options = { support, confidence: 0.3, lift: 1, size: 20, rules: 200, order: 'lift', then: 'one', without: [] };
  const own = async (): Promise<number> => {
    const fitted = await estimators['basketRules']?.([], undefined, options, { keyOrder: () => undefined, lines });
    return Number((fitted?.value as { readonly sets: number } | undefined)?.sets);
  };
  const plain = async (): Promise<number> => (await new FPGrowth<number>(support).exec(drawn.map((one) => [...one]))).length;
  const [found, expected] = [await own(), await plain()];
  if (found !== expected) throw new Error(`${found} frequent sets, node-fpgrowth finds ${expected}`);
  const timings = await timeInRounds(
    [
      { name: 'basketRules: sets and rules', units: baskets, run: own },
      { name: 'node-fpgrowth: sets', units: baskets, run: plain },
    ],
    rounds,
    processorTime,
  );
  const occurrences = drawn.reduce((sum, one) => sum + one.length, 0);
  const size = `${baskets.toLocaleString('en')} baskets, ${occurrences.toLocaleString('en')} items, support ${support}`;
  printTimings(`Association rules, ${size} (both find ${found.toLocaleString('en')} sets)`, timings, 'basketRules: sets and rules', false);
}

/** Goods by falling share; what a basket is about makes some goods likelier together. */
function draw(random: Random): readonly (readonly number[])[] {
  const weights = Array.from({ length: goods }, (_, at) => 1 / (at + 4));
  const cumulated = weights.map((_, at) => weights.slice(0, at + 1).reduce((sum, weight) => sum + weight, 0));
  const total = cumulated.at(-1) ?? 1;
  const good = (): number => cumulated.findIndex((sum) => sum > random.next() * total);
  return Array.from({ length: baskets }, () => {
    const size = 1 + Math.floor(-Math.log(1 - random.next()) * 6.2);
    const theme = random.integer(12);
    const basket = new Set<number>();
    for (let item = 0; item < size; item++) {
      const drawn = good();
      basket.add(random.chance(0.25) ? drawn - (drawn % 12) + Math.min(theme, goods - 1 - (drawn - (drawn % 12))) : drawn);
    }
    return [...basket];
  });
}

/** Every basket a customer with one order. */
function linesOf(drawn: readonly (readonly number[])[]) {
  const end = new Uint32Array(drawn.length);
  drawn.forEach((one, at) => {
    end[at] = (end[at - 1] ?? 0) + one.length;
  });
  const start = end.map((to, at) => to - (drawn[at]?.length ?? 0));
  const codes = Uint32Array.from(drawn.flat(), (item) => item + 1);
  const dictionary = ['', ...Array.from({ length: goods }, (_, at) => `good ${at}`)];
  return { start, end, of: [{ type: 'string' as const, codes, dictionary }] };
}
