// The integral behind Pareto/NBD: over every time at which a customer may have left. Fader & Hardie's note on the model
// states it as the difference of two hypergeometric functions, which cancel where the last purchase is recent; it is
// computed here as the integral it is, over positive values, by Gauss-Legendre panels on a logarithmic scale.

const POINTS = 16;

/** Nodes and weights of Gauss-Legendre on [0, 1], by Newton's method on the Legendre polynomial (Abramowitz & Stegun 25.4.29). */
const rule = Array.from({ length: POINTS }, (_, at) => {
  let x = Math.cos((Math.PI * (at + 0.75)) / (POINTS + 0.5));
  let slope = 1;
  for (let round = 0; round < 8; round++) {
    let before = 1;
    let value = x;
    for (let n = 2; n <= POINTS; n++) {
      const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
      before = value;
      value = next;
    }
    slope = (POINTS * (x * value - before)) / (x * x - 1);
    x -= value / slope;
  }
  return { node: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
});
const nodes = Float64Array.from(rule, ({ node }) => node);
const weights = Float64Array.from(rule, ({ weight }) => weight);

/** What the integral is taken over: gamma (shape, alpha) of the purchase rate, gamma (s, beta) of the rate of leaving. */
export interface Leaving {
  readonly shape: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
  /** From the last purchase to now. */
  readonly from: number;
  readonly to: number;
}

/** Sums that gradients need: of g, and of g times ln(alpha + τ), ln(beta + τ), 1/(alpha + τ), 1/(beta + τ). */
export interface LeavingSums {
  /** Logarithm of the factor by which the sums are too small. */
  readonly scale: number;
  readonly whole: number;
  readonly logAlpha: number;
  readonly logBeta: number;
  readonly overAlpha: number;
  readonly overBeta: number;
}

const TINY = 1e-18;

/**
 * ∫ g dτ over [from, to] with g = ((alpha + to) / (alpha + τ))^shape · ((beta + to) / (beta + τ))^s / (beta + τ).
 * s times it is how much likelier than being alive it is to have left since the last purchase.
 */
export function leavingSums({ shape, alpha, s, beta, from, to }: Leaving): LeavingSums {
  const base = Math.min(alpha, beta);
  const scale = shape * Math.log((alpha + to) / (alpha + from)) + s * Math.log((beta + to) / (beta + from)) - Math.log(beta + from);
  const startAlpha = Math.log(alpha + from);
  const startBeta = Math.log(beta + from);
  const end = Math.log((base + to) / (base + from));
  let whole = 0;
  let logAlpha = 0;
  let logBeta = 0;
  let overAlpha = 0;
  let overBeta = 0;
  for (let v = 0; v < end; ) {
    const left = (base + from) * Math.exp(v);
    // How fast g falls here; within one panel it falls by e^4 to e^11, which the rule integrates to the last digit.
    const fall = (left * shape) / (left + alpha - base) + (left * (s + 1)) / (left + beta - base) + 1;
    const width = Math.min(end - v, 1, 4 / fall);
    let panel = 0;
    for (let point = 0; point < POINTS; point++) {
      const at = (base + from) * Math.exp(v + (nodes[point] as number) * width);
      const atAlpha = at - base + alpha;
      const atBeta = at - base + beta;
      const lnAlpha = Math.log(atAlpha);
      const lnBeta = Math.log(atBeta);
      const g = (weights[point] as number) * width * at * Math.exp(shape * (startAlpha - lnAlpha) + (s + 1) * (startBeta - lnBeta));
      panel += g;
      logAlpha += g * lnAlpha;
      logBeta += g * lnBeta;
      overAlpha += g / atAlpha;
      overBeta += g / atBeta;
    }
    whole += panel;
    v += width;
    if (panel <= TINY * whole) break;
  }
  return { scale, whole, logAlpha, logBeta, overAlpha, overBeta };
}
