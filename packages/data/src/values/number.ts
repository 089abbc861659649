// Reads written numbers: thousands separators, full-width digits, accounting brackets, yuan signs, 万 and 亿, percent.

/** `point`: 1,234.5; `comma`: 1.234,5. */
export type DecimalMark = 'point' | 'comma';

export interface NumberReading {
  readonly value: number;
  readonly percent: boolean;
  /** It looks like an identifier: leading zeros, a plus sign, or more than 15 digits. */
  readonly identifier: boolean;
}

const CORE_POINT = /^(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?([eE][+-]?\d{1,3})?$/;
const CORE_COMMA = /^(\d{1,3}(?:\.\d{3})+|\d+)?(,\d+)?([eE][+-]?\d{1,3})?$/;

/** Full-width forms and the many minus and yuan signs in their plain form. */
function plainForm(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/￥/g, '¥')
    .trim();
}

function scaled(core: string, unit: string): number {
  if (unit === '万') return Number(`${core}e4`);
  if (unit === '亿') return Number(`${core}e8`);
  if (unit === '%') return Number(`${core}e-2`);
  return Number(core);
}

/** The number that a cell writes, undefined where it writes none; never a guess about other currencies or spaces as separators. */
export function parseNumber(text: string, mark: DecimalMark): NumberReading | undefined {
  let rest = plainForm(text);
  let sign = '';
  const brackets = /^\((.*)\)$/.exec(rest);
  if (brackets !== null) {
    sign = '-';
    rest = (brackets[1] ?? '').trim();
  }
  const head = /^([+-]?)(¥?)([+-]?)\s*/.exec(rest);
  if (head !== null) {
    if (head[1] !== '' && (head[3] !== '' || brackets !== null)) return undefined;
    if (head[3] !== '' && brackets !== null) return undefined;
    sign = head[1] || head[3] || sign;
    rest = rest.slice(head[0].length);
  }
  const tail = /\s*(万|亿)?(元)?(%)?$/.exec(rest);
  const unit = tail?.[1] ?? tail?.[3] ?? '';
  if (tail !== null) {
    if (tail[3] !== undefined && (tail[1] !== undefined || tail[2] !== undefined)) return undefined;
    rest = rest.slice(0, rest.length - tail[0].length);
  }
  const match = (mark === 'point' ? CORE_POINT : CORE_COMMA).exec(rest);
  if (match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  if (match[3] !== undefined && unit !== '') return undefined;
  const whole = (match[1] ?? '0').replaceAll(mark === 'point' ? ',' : '.', '');
  const fraction = (match[2] ?? '').replace(',', '.');
  const value = scaled(`${whole}${fraction}${match[3] ?? ''}`, unit);
  if (!Number.isFinite(value)) return undefined;
  const digits = whole.replace(/^0+/, '').length;
  if (digits > 15 && match[2] === undefined && !Number.isSafeInteger(value) && match[3] === undefined) return undefined;
  const identifier = sign === '+' || digits > 15 || (whole.length > 1 && whole.startsWith('0'));
  return { value: sign === '-' && value !== 0 ? -value : value, percent: unit === '%', identifier };
}

const POWERS = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * The common case straight from bytes: sign, at most 15 digits, a decimal point. Exact, since both parts are exact doubles.
 * NaN for everything that needs a closer look, identifiers with leading zeros included.
 */
export function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const negative = bytes[i] === 45;
  if (negative) i++;
  const first = i;
  let mantissa = 0;
  let point = -1;
  for (; i < end; i++) {
    const c = bytes[i] as number;
    if (c >= 48 && c <= 57) mantissa = mantissa * 10 + (c - 48);
    else if (c === 46 && point < 0) point = i;
    else return Number.NaN;
  }
  const digits = end - first - (point < 0 ? 0 : 1);
  if (digits === 0 || digits > 15) return Number.NaN;
  const whole = (point < 0 ? end : point) - first;
  if (whole === 0 || point === end - 1 || (whole > 1 && bytes[first] === 48)) return Number.NaN;
  const value = point < 0 ? mantissa : mantissa / (POWERS[end - point - 1] as number);
  return negative && value !== 0 ? -value : value;
}
