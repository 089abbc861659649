// Pictures of instants (XPath functions 3.1, format-dateTime): `[Y0001]-[M01]-[D01]`, `[FNn], [D1o] [MNn]`.
import { type DigitsPicture, type IntegerPicture, integerPicture } from './integer-picture.ts';
import { type PictureFault, pictureLimits } from './picture-fault.ts';

/** Year, month, day, day of the year, day of the week, weeks of year and month with their year and month, hours, … */
export type NumberComponent = 'Y' | 'M' | 'D' | 'd' | 'F' | 'W' | 'w' | 'X' | 'x' | 'H' | 'h' | 'm' | 's' | 'f';
export type NameComponent = 'M' | 'x' | 'F' | 'P' | 'C' | 'E';

export type DatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly component: NumberComponent;
      readonly picture: IntegerPicture;
      /** Of a year: its last digits only. */
      readonly last?: number;
      /** Digits that are read, where the next number follows without anything between. */
      readonly width?: number;
    }
  | {
      readonly kind: 'name';
      readonly component: NameComponent;
      readonly case: 'upper' | 'lower' | 'title';
      readonly longest?: number;
    }
  | {
      readonly kind: 'zone';
      readonly component: 'Z' | 'z';
      readonly picture: DigitsPicture;
      /** UTC is written as Z. */
      readonly letter: boolean;
    };

type Faulty = { readonly fault: PictureFault };

const DEFAULTS: Readonly<Record<string, string>> = {
  ...{ Y: '1', M: '1', D: '1', d: '1', F: 'n', W: '1', w: '1', X: '1', x: '1', H: '1', h: '1', P: 'n' },
  ...{ m: '01', s: '01', f: '1', Z: '01:01', z: '01:01', C: 'n', E: 'n' },
};
const NAMED = new Set(['M', 'x', 'F', 'P', 'C', 'E']);
const ALWAYS_NAMED = new Set(['P', 'C', 'E']);

/** The parts of a picture, or what is wrong with it. */
export function datePicture(text: string): readonly DatePart[] | Faulty {
  if (text.length > pictureLimits.length) return { fault: 'long' };
  const parts: DatePart[] = [];
  const literal = (from: number, to: number): void => {
    if (to > from) parts.push({ kind: 'literal', text: text.slice(from, to).replaceAll(']]', ']') });
  };
  let start = 0;
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', start)) {
    literal(start, at);
    if (text[at + 1] === '[') {
      parts.push({ kind: 'literal', text: '[' });
      start = at + 2;
      continue;
    }
    const end = text.indexOf(']', at);
    if (end === -1) return { fault: 'unclosed' };
    const part = partOf(text.slice(at + 1, end).replaceAll(/\s+/g, ''));
    if ('fault' in part) return part;
    if (part.kind === 'number') closePrevious(parts);
    parts.push(part);
    start = end + 1;
  }
  literal(start, text.length);
  return parts;
}

/** A number right before another is as wide as it is written at least. */
function closePrevious(parts: DatePart[]): void {
  const last = parts.at(-1);
  if (last?.kind === 'number' && last.picture.style === 'digits') parts[parts.length - 1] = { ...last, width: last.picture.mandatory };
}

function partOf(marker: string): DatePart | Faulty {
  const component = marker.charAt(0);
  if (!Object.hasOwn(DEFAULTS, component)) return { fault: 'component' };
  const comma = marker.lastIndexOf(',');
  const [least, most] =
    comma === -1
      ? []
      : marker
          .slice(comma + 1)
          .split('-')
          .map(widthOf);
  if (Math.max(least ?? 0, most ?? 0) > pictureLimits.digits) return { fault: 'long' };
  const written = marker.slice(1, comma === -1 ? undefined : comma);
  const second = written.length > 1 && 'atco'.includes(written.at(-1) ?? ' ') ? (written.at(-1) ?? '') : '';
  const first = written === '' ? (DEFAULTS[component] ?? '') : second === '' ? written : written.slice(0, -1);
  if (component === 'Z' || component === 'z') return zoneOf(component, first, second === 't');
  const named = /^[nN]/.test(first) || ALWAYS_NAMED.has(component);
  if (named) {
    if (!NAMED.has(component)) return { fault: 'names' };
    const letters = first.startsWith('Nn') ? 'title' : first.startsWith('N') ? 'upper' : 'lower';
    return { kind: 'name', component: component as NameComponent, case: letters, ...(most === undefined ? {} : { longest: most }) };
  }
  return numberOf(component as NumberComponent, second === '' ? first : `${first};${second}`, least, most);
}

function widthOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function zoneOf(component: 'Z' | 'z', first: string, letter: boolean): DatePart | Faulty {
  const picture = integerPicture(first);
  if ('fault' in picture) return { fault: 'zone' };
  if (picture.style !== 'digits' || (picture.every === undefined && picture.mandatory > 4)) return { fault: 'zone' };
  return { kind: 'zone', component, picture, letter };
}

function numberOf(component: NumberComponent, text: string, least: number | undefined, most: number | undefined): DatePart | Faulty {
  const picture = integerPicture(text);
  if ('fault' in picture) return picture;
  if (picture.style !== 'digits') return { kind: 'number', component, picture };
  const wide = { ...picture, mandatory: Math.max(picture.mandatory, least ?? 0) };
  if (component !== 'Y') return { kind: 'number', component, picture: wide };
  if (most !== undefined) return { kind: 'number', component, picture: { ...wide, mandatory: most }, last: most };
  const places = wide.mandatory + wide.optional;
  return { kind: 'number', component, picture: wide, ...(places >= 2 ? { last: places } : {}) };
}

/** The components a reading takes its day and time from, most significant first; a fault where that is not enough. */
export function readingOrder(parts: readonly DatePart[]): readonly string[] | Faulty {
  const given = new Set(parts.flatMap((part) => (part.kind === 'literal' ? [] : [part.component])));
  if (given.size === 0) return [];
  if (given.has('C') || given.has('E')) return { fault: 'names' };
  if (given.has('X') || given.has('W') || given.has('w') || given.has('x')) return { fault: 'gap' };
  if (!given.has('Y')) return { fault: 'clock' };
  const byDayOfYear = given.has('d') && !given.has('M') && !given.has('D');
  const order = [...(byDayOfYear ? 'Yd' : 'YMD'), ...(given.has('h') && !given.has('H') ? 'Phmsf' : 'Hmsf')];
  const last = order.findLastIndex((component) => given.has(component as DatePartComponent));
  const gap = order.slice(0, last).some((component) => !given.has(component as DatePartComponent));
  return gap ? { fault: 'gap' } : order;
}

type DatePartComponent = Exclude<DatePart, { kind: 'literal' }>['component'];
