// The gamma function's logarithm and its derivative, for positive numbers, and what Pochhammer's symbol needs of them.

/** From here on Stirling's series is exact to the last digit. */
const LARGE = 15;
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;

/** ln Γ(x), x > 0 (Abramowitz & Stegun 6.1.41, after 6.1.15 for small x). */
export function logGamma(x: number): number {
  let product = 1;
  let z = x;
  for (; z < LARGE; z++) product *= z;
  const w = 1 / (z * z);
  const series = (1 / 12 + w * (-1 / 360 + w * (1 / 1260 + w * (-1 / 1680 + w * (1 / 1188 - (w * 691) / 360_360))))) / z;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** ψ(x) = d ln Γ(x) / dx, x > 0 (Abramowitz & Stegun 6.3.18, after 6.3.5 for small x). */
export function digamma(x: number): number {
  let sum = 0;
  let z = x;
  for (; z < LARGE; z++) sum += 1 / z;
  const w = 1 / (z * z);
  const series = w * (1 / 12 + w * (-1 / 120 + w * (1 / 252 + w * (-1 / 240 + w * (1 / 132 - (w * 691) / 32_760)))));
  return Math.log(z) - 0.5 / z - series - sum;
}

/** Up to this many factors are multiplied out, which does not cancel for large starts. */
const FACTORS = 64;

/** ln of r (r + 1) … (r + n − 1), n a whole number. */
export function logRising(r: number, n: number): number {
  if (n > FACTORS) return logGamma(r + n) - logGamma(r);
  let sum = 0;
  let product = 1;
  for (let at = 0; at < n; at++) {
    product *= r + at;
    if (product < 1e100 && product > 1e-100) continue;
    sum += Math.log(product);
    product = 1;
  }
  return sum + Math.log(product);
}

/** Derivative of `logRising` by its start. */
export function logRisingSlope(r: number, n: number): number {
  if (n > FACTORS) return digamma(r + n) - digamma(r);
  let sum = 0;
  for (let at = 0; at < n; at++) sum += 1 / (r + at);
  return sum;
}
