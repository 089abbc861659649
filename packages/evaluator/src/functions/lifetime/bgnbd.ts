// BG/NBD (Fader, Hardie & Lee 2005, "Counting Your Customers" the Easy Way, Marketing Science 24(2)): somebody buys at a
// rate that varies as a gamma (r, alpha) between people, and after every purchase may leave with a probability that
// varies as a beta (a, b). The model is the list r, alpha, a, b.
import { type History, type Numbers, outOfRange, type PurchaseModel } from './history.ts';

type Parameters = readonly [r: number, alpha: number, a: number, b: number];

export const bgnbd: PurchaseModel = {
  // The denominator of equation 10; 1 without a repeat purchase, as the model has it.
  alive: (parameters, history) => aliveOf(parameters, history),
  // Equation 10.
  until: (parameters, history) => {
    const [r, alpha, a, b] = parameters as unknown as Parameters;
    const share = aliveOf(parameters, history);
    const living: Living = { shape: r + history.x, rate: alpha + history.T, a, b: b + history.x };
    return (t) => share * purchasesOfLiving(living, t);
  },
};

function aliveOf(parameters: Numbers, { x, tx, T }: History): number {
  const [r, alpha, a, b] = parameters as unknown as Parameters;
  return x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + tx))));
}

/** Gamma (shape, rate) of the purchase rate, beta (a, b) of the chance to leave after a purchase. */
interface Living {
  readonly shape: number;
  readonly rate: number;
  readonly a: number;
  readonly b: number;
}

/** More terms than anybody has ever bought. */
const MAX_TERMS = 1e7;
const TINY = 1e-17;
const HUGE = 1e250;

/**
 * Expected purchases until t of somebody alive. Equation 10 states it with a hypergeometric function that cancels and has a
 * pole at a = 1; the same number is a sum of positive terms: without leaving, purchases K follow a negative binomial, and
 * the j-th one (from 0) is made with probability e_j = (b)_j / (a + b)_j, so that it is Σ P(K = k) (e_0 + … + e_(k−1)).
 */
function purchasesOfLiving({ shape, rate, a, b }: Living, t: number): number {
  const z = t / (rate + t);
  if ((shape + 40) * (t / rate) > MAX_TERMS) return outOfRange();
  // The weights are normalised at the end, so that they can start anywhere and be scaled down.
  let weight = 1;
  let weights = 0;
  let made = 0;
  let stays = 1;
  let sum = 0;
  for (let k = 0; k < 2 * MAX_TERMS; k++) {
    weights += weight;
    sum += weight * made;
    made += stays;
    stays *= (b + k) / (a + b + k);
    const ratio = (z * (shape + k)) / (k + 1);
    weight *= ratio;
    const fall = 1 - Math.max(ratio, z);
    if (fall > 0 && weight <= TINY * fall * weights && weight * (made + 1 / fall) <= TINY * fall * sum) return sum / weights;
    if (weight === 0) return sum / weights;
    if (weight > HUGE) {
      weight /= HUGE;
      weights /= HUGE;
      sum /= HUGE;
    }
  }
  return outOfRange();
}
