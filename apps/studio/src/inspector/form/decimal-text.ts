// Numbers as typed and as shown: decimals stay exactly as written, full-width digits and separators are understood.
import { decimalOf, decimalText, unitsAt } from '@tierflow/compiler';

/** The number a person typed; undefined where the text is none. Thousands may be separated, digits may be full-width. */
export function parseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll(/[\s_]/g, '');
  const joined = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(joined)) return undefined;
  const value = Number(joined);
  return Number.isFinite(value) ? value : undefined;
}

/** A number as it stands in a field: no exponent, no separators. */
export function numberText(value: number): string {
  return decimalText(value);
}

/** value + steps × step, exactly as decimals: 0.1 and 0.2 make 0.3. */
export function stepped(value: number, step: number, steps: number): number {
  const [a, b] = [decimalOf(value), decimalOf(step)];
  const decimals = Math.max(a.decimals, b.decimals);
  return scaled(unitsAt(a, decimals) + BigInt(steps) * unitsAt(b, decimals), decimals);
}

/** value × 10^places, exactly: 0.07 is 7 %. */
export function shifted(value: number, places: number): number {
  const { units, decimals } = decimalOf(value);
  return places >= 0 ? scaled(units * 10n ** BigInt(places), decimals) : scaled(units, decimals - places);
}

/** The sum of decimals, exactly as written. */
export function exactSum(values: readonly number[]): number {
  const all = values.map(decimalOf);
  const decimals = Math.max(0, ...all.map((each) => each.decimals));
  return scaled(
    all.reduce((sum, each) => sum + unitsAt(each, decimals), 0n),
    decimals,
  );
}

/** The nearest multiple of a step, itself a short decimal. */
export function snapped(value: number, step: number): number {
  return step <= 0 ? value : stepped(0, step, Math.round(value / step));
}

function scaled(units: bigint, decimals: number): number {
  return Number(`${units}e-${decimals}`);
}
