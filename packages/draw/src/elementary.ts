// Logarithm and exponential from +, −, × and ÷ alone. IEEE 754 fixes those four to the last bit,
// `Math.log` and `Math.exp` may differ between engines; generated files must not.

const LN2 = Math.LN2;
const SQRT_HALF = Math.SQRT1_2;

/** Natural logarithm of a positive finite number, to about 1e-15. */
export function ln(x: number): number {
  let exponent = 0;
  let m = x;
  while (m > 2 * SQRT_HALF) {
    m /= 2;
    exponent += 1;
  }
  while (m < SQRT_HALF) {
    m *= 2;
    exponent -= 1;
  }
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let term = s;
  let sum = 0;
  for (let k = 1; k <= 21; k += 2) {
    sum += term / k;
    term *= s2;
  }
  return 2 * sum + exponent * LN2;
}

/** e to the power x, for |x| below 700. */
export function exp(x: number): number {
  const n = Math.round(x / LN2);
  const r = x - n * LN2;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 16; k += 1) {
    term *= r / k;
    sum += term;
  }
  let scale = 1;
  for (let i = 0; i < Math.abs(n); i += 1) scale *= 2;
  return n < 0 ? sum / scale : sum * scale;
}

/** base to the power y, for a positive base. */
export function power(base: number, y: number): number {
  return exp(y * ln(base));
}
