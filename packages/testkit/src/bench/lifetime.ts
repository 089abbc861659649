// Fitting BG/NBD on simulated customers: the estimator, beside the plain way of the textbooks and notebooks, which is
// Nelder-Mead on the likelihood summed customer by customer. Both have to find the same parameters.
import { estimators } from '@tierflow/fitting';
import { type Random, seeded } from '../generate/random.ts';
import { printTimings, timeInRounds } from './rounds.ts';

interface Histories {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
}

const truth = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** Times the fit of so many customers; throws where the two ways differ. */
export async function benchLifetime(customers: number, rounds: number): Promise<void> {
  const histories = simulate(customers);
  const columns = [histories.x, histories.tx, histories.T].map((values) => ({ type: 'number' as const, values }));
  const own = async (): Promise<readonly number[]> => {
    const fitted = await estimators['bgnbd']?.(columns, undefined, {}, { keyOrder: () => undefined });
    return Array.isArray(fitted?.value) ? fitted.value.map(Number) : [];
  };
  const plain = (): readonly number[] => nelderMead((logs) => -meanLikelihood(histories, logs.map(Math.exp)), [0, 0, 0, 0]).map(Math.exp);
  const [found, expected] = [await own(), plain()];
  found.forEach((value, at) => {
    if (Math.abs(value / (expected[at] ?? 0) - 1) > 2e-3) throw new Error(`different fits: ${found} and ${expected}`);
  });
  const timings = await timeInRounds(
    [
      { name: 'bgnbd', units: customers, run: own },
      { name: 'Nelder-Mead over customers', units: customers, run: plain },
    ],
    rounds,
  );
  const shown = found.map((value) => value.toPrecision(4)).join(', ');
  printTimings(`BG/NBD on ${customers.toLocaleString('en')} customers (both find ${shown})`, timings, 'bgnbd', false);
}

/** Customers who joined on any day of half a year and were watched for 39 weeks in all, in weeks, by the model itself. */
function simulate(customers: number): Histories {
  const random = seeded(20_261_122);
  const [x, tx, T] = [new Float64Array(customers), new Float64Array(customers), new Float64Array(customers)];
  for (let at = 0; at < customers; at++) {
    const watched = 273 - random.integer(84);
    const rate = gamma(random, truth.r) / truth.alpha / 7;
    const [one, other] = [gamma(random, truth.a), gamma(random, truth.b)];
    const leaves = one / (one + other);
    let last = 0;
    for (let day = 0; ; ) {
      day += -Math.log(1 - random.next()) / rate;
      const whole = Math.ceil(day);
      if (!(whole <= watched)) break;
      // Purchases of one day are one.
      if (whole > last) x[at] = (x[at] as number) + 1;
      last = whole;
      if (random.chance(leaves)) break;
    }
    tx[at] = last / 7;
    T[at] = watched / 7;
  }
  return { x, tx, T };
}

/** A gamma variate of a shape, scale 1 (Marsaglia & Tsang 2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random.next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Equation 6 of Fader, Hardie & Lee 2005 in their form for spreadsheets, customer by customer. */
function meanLikelihood({ x, tx, T }: Histories, parameters: readonly number[]): number {
  const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
  let sum = 0;
  for (let at = 0; at < x.length; at++) {
    const [n, last, watched] = [x[at] as number, tx[at] as number, T[at] as number];
    const first = logGamma(r + n) - logGamma(r) + r * Math.log(alpha);
    const second = logGamma(a + b) + logGamma(b + n) - logGamma(b) - logGamma(a + b + n);
    const stayed = -(r + n) * Math.log(alpha + watched);
    const left = n === 0 ? Number.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + n - 1) - (r + n) * Math.log(alpha + last);
    const most = Math.max(stayed, left);
    sum += first + second + most + Math.log(Math.exp(stayed - most) + Math.exp(left - most));
  }
  return sum / x.length;
}

const lanczos = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_6, 12.507_343_278_686_905,
  -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
];

/** Lanczos, nine terms. */
function logGamma(x: number): number {
  const z = x - 1;
  let sum = 0.999_999_999_999_809_9;
  for (let at = 0; at < lanczos.length; at++) sum += (lanczos[at] as number) / (z + at + 1);
  const t = z + 7.5;
  return 0.918_938_533_204_672_8 + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Nelder & Mead 1965 with the usual factors, until simplex and values agree to eight digits. */
function nelderMead(f: (at: readonly number[]) => number, start: readonly number[]): readonly number[] {
  const corner = (at: readonly number[]) => ({ at, value: f(at) });
  let simplex = [corner(start), ...start.map((_, i) => corner(start.map((value, j) => (i === j ? value + 0.5 : value))))];
  for (let round = 0; round < 2000; round++) {
    simplex = simplex.toSorted((one, other) => one.value - other.value);
    const best = simplex[0] as ReturnType<typeof corner>;
    const worst = simplex.at(-1) as ReturnType<typeof corner>;
    const spread = Math.max(...simplex.flatMap(({ at }) => at.map((value, i) => Math.abs(value - (best.at[i] ?? 0)))));
    if (spread < 1e-5 && worst.value - best.value < 1e-9) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / others.length);
    const along = (factor: number) => corner(centre.map((value, i) => value + factor * (value - (worst.at[i] ?? 0))));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(2);
      simplex = [...others, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < (others.at(-1)?.value ?? 0)) simplex = [...others, reflected];
    else {
      const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex = [...others, contracted];
      else simplex = [best, ...simplex.slice(1).map(({ at }) => corner(at.map((value, i) => ((best.at[i] ?? 0) + value) / 2)))];
    }
  }
  return simplex.reduce((best, each) => (each.value < best.value ? each : best)).at;
}
