// Numbers as people typed them: exact decimals, so that weights and cut lines become whole numbers instead of doubles.

/** units × 10^-decimals. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

/** The decimal a double was typed as: the shortest text that reads back to it. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const units = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  return decimals < 0 ? { units: units * 10n ** BigInt(-decimals), decimals: 0 } : { units, decimals };
}

/** value × 10^decimals as a whole number; `decimals` must be at least the decimal's own. */
export function unitsAt(decimal: Decimal, decimals: number): bigint {
  return decimal.units * 10n ** BigInt(decimals - decimal.decimals);
}

/** Text without an exponent: `0.0000001`. */
export function decimalText(value: number): string {
  const { units, decimals } = decimalOf(value);
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A share in percent, without the noise of doubles: 0.07 → `7`. */
export function percentText(share: number): string {
  const { units, decimals } = decimalOf(share);
  return decimalText(Number(`${units * 100n}e-${decimals}`));
}

/** Smallest integer not below value × scale, computed on the decimal as typed; scale is a positive integer. */
export function ceilScaled(value: number, scale: number): number {
  const { units, decimals } = decimalOf(value);
  return Number(-floorDiv(-units * BigInt(scale), 10n ** BigInt(decimals)));
}

/** Largest integer not above value × scale, computed on the decimal as typed; scale is a positive integer. */
export function floorScaled(value: number, scale: number): number {
  const { units, decimals } = decimalOf(value);
  return Number(floorDiv(units * BigInt(scale), 10n ** BigInt(decimals)));
}

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n ? quotient - 1n : quotient;
}
