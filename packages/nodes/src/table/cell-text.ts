// Cells as text, and text as cells: what people type into a sheet, with Chinese or Western signs.
import { parseDay, type ValueType } from '@tierflow/definition';
import type { Cell, CellTest } from './config.ts';

type Scalar = string | number | boolean;

/** `signs` is for messages in any language. */
export type CellWords = 'en' | 'zh-CN' | 'signs';

const words = {
  en: { any: '-', empty: 'empty', filled: 'not empty', not: 'not ', yes: 'yes', no: 'no', comma: ', ' },
  'zh-CN': { any: '-', empty: '空', filled: '非空', not: '非 ', yes: '是', no: '否', comma: '、' },
  signs: { any: '*', empty: '∅', filled: '≠ ∅', not: '≠ ', yes: 'true', no: 'false', comma: ', ' },
} as const;

const signs = { lt: '<', le: '≤', gt: '>', ge: '≥' } as const;

/** The text of a cell; {@link readCell} reads it back. */
export function cellText(cell: Cell, language: CellWords): string {
  const say = words[language];
  if (cell === null) return say.any;
  const values = cell.value === undefined ? [] : [cell.value].flat();
  const list = values.map((value) => valueText(value, language)).join(say.comma);
  switch (cell.op) {
    case 'isEmpty':
      return say.empty;
    case 'isNotEmpty':
      return say.filled;
    case 'eq':
    case 'in':
      return list;
    case 'ne':
    case 'notIn':
      return `${say.not}${list}`;
    case 'between':
      return betweenText(cell, values, language);
    default:
      return `${signs[cell.op]} ${list}`;
  }
}

function betweenText({ open }: CellTest, [low = '', high = '']: readonly Scalar[], language: CellWords): string {
  const range = `${valueText(low, language)}..${valueText(high, language)}`;
  if (open === undefined) return range;
  return `${open === 'high' ? '[' : '('}${range}${open === 'low' ? ']' : ')'}`;
}

/** A text that would read as something else stands in quotes. */
function valueText(value: Scalar, language: CellWords): string {
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  if (typeof value === 'number') return String(value);
  const plain = readCell(value, 'string');
  const same = plain.ok && plain.cell?.op === 'eq' && plain.cell.value === value && !value.startsWith('"');
  return same ? value : `"${value.replaceAll('"', '""')}"`;
}

/** Why a text is no cell; the studio has words for it. */
export type CellFault = 'number' | 'day' | 'yes-or-no' | 'range' | 'order' | 'quote' | 'operator';

export type CellReading =
  | { readonly ok: true; readonly cell: Cell }
  | { readonly ok: false; readonly fault: CellFault; readonly part: string };

const anything = new Set(['', '-', '–', '—', '*', 'any', '任意', '全部']);
const nothing = new Set(['empty', 'missing', 'null', '空', '为空', '缺失', '∅']);
const something = new Set(['not empty', 'notempty', '非空', '不为空', '≠ ∅', '≠∅']);
const orders: { readonly [sign: string]: 'lt' | 'le' | 'gt' | 'ge' } = {
  '<': 'lt',
  '<=': 'le',
  '≤': 'le',
  '≦': 'le',
  '>': 'gt',
  '>=': 'ge',
  '≥': 'ge',
  '≧': 'ge',
};

/** A typed cell: `>= 5`, `5..10`, `[5..10)`, `A, B`, `not A`, `empty`, `-`; by the type of its input. */
export function readCell(typed: string, type: ValueType): CellReading {
  const text = typed.trim();
  const lower = text.toLowerCase();
  if (anything.has(lower)) return { ok: true, cell: null };
  if (nothing.has(lower)) return { ok: true, cell: { op: 'isEmpty' } };
  if (something.has(lower)) return { ok: true, cell: { op: 'isNotEmpty' } };
  const signed = /^(<=|>=|[<>≤≥≦≧＜＞])\s*(.*)$/su.exec(text);
  if (signed !== null && type !== 'string' && type !== 'boolean') return ordered(signed[1] ?? '', signed[2] ?? '', type);
  const negated = /^(?:not\s+|!=\s*|<>\s*|≠\s*|非\s+|不是\s+|不等于\s*)(.+)$/isu.exec(text);
  if (negated !== null) return listed(negated[1] ?? '', type, 'not');
  const range = type === 'string' || type === 'boolean' ? null : rangeOf(text);
  if (range !== null) return ranged(range, type);
  return listed(/^(?:=|＝)\s*(.+)$/su.exec(text)?.[1] ?? text, type, 'is');
}

function ordered(sign: string, rest: string, type: ValueType): CellReading {
  const op = orders[sign.replace('＜', '<').replace('＞', '>')];
  const value = readValue(rest, type);
  if (op === undefined) return { ok: false, fault: 'operator', part: sign };
  return value.ok ? { ok: true, cell: { op, value: value.value } } : value;
}

interface Range {
  readonly low: string;
  readonly high: string;
  readonly open: 'low' | 'high' | 'both' | undefined;
}

/** `5..10`, `5～10`, `[5..10)`, `(5, 10]`; a comma only within brackets. */
function rangeOf(text: string): Range | null {
  const bracketed = /^([[(（【])\s*(.+?)\s*(?:\.\.+|…|~|～|,|，|至)\s*(.+?)\s*([\])）】])$/su.exec(text);
  const bare = /^(.+?)\s*(?:\.\.+|…|~|～|至)\s*(.+)$/su.exec(text);
  const ends = bare ?? /^(\d[\d.]*)\s*[-–—]\s*(\d[\d.]*)$/u.exec(text);
  if (bracketed === null) return ends === null ? null : { low: ends[1] ?? '', high: ends[2] ?? '', open: undefined };
  const low = '(（'.includes(bracketed[1] ?? '[');
  const high = ')）'.includes(bracketed[4] ?? ']');
  return { low: bracketed[2] ?? '', high: bracketed[3] ?? '', open: low && high ? 'both' : low ? 'low' : high ? 'high' : undefined };
}

function ranged({ low, high, open }: Range, type: ValueType): CellReading {
  const [from, to] = [readValue(low, type), readValue(high, type)];
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (from.value > to.value) return { ok: false, fault: 'order', part: `${low}..${high}` };
  return { ok: true, cell: { op: 'between', value: [from.value, to.value], ...(open === undefined ? {} : { open }) } };
}

function listed(text: string, type: ValueType, way: 'is' | 'not'): CellReading {
  const parts = partsOf(text);
  if (parts === undefined) return { ok: false, fault: 'quote', part: text };
  const values: Scalar[] = [];
  for (const part of parts) {
    const read = type === 'string' ? ({ ok: true, value: part } as const) : readValue(part, type);
    if (!read.ok) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  const [first] = values;
  if (first === undefined) return { ok: false, fault: 'operator', part: text };
  if (values.length === 1) return { ok: true, cell: { op: way === 'is' ? 'eq' : 'ne', value: first } };
  if (type !== 'number' && type !== 'string') return { ok: false, fault: 'range', part: text };
  return { ok: true, cell: { op: way === 'is' ? 'in' : 'notIn', value: values } };
}

/** The parts of a list; what stands in quotes is taken as it is. Undefined where a quote does not end. */
function partsOf(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"\s*(?:[,，、;；]|$)\s*/su.exec(rest);
    const plain = quoted ?? /^([^,，、;；]*)(?:[,，、;；]|$)\s*/su.exec(rest);
    if (plain === null || (quoted === null && rest.startsWith('"'))) return undefined;
    const part = quoted === null ? (plain[1] ?? '').trim() : (quoted[1] ?? '').replaceAll('""', '"');
    if (part !== '') parts.push(part);
    rest = rest.slice(plain[0].length);
  }
  return parts;
}

type ValueReading = { readonly ok: true; readonly value: Scalar } | Extract<CellReading, { ok: false }>;

/** One value of a type, as people write it. */
export function readValue(typed: string, type: ValueType): ValueReading {
  const text = typed.trim();
  if (type === 'string') return { ok: true, value: text };
  if (type === 'boolean') {
    if (/^(?:true|yes|y|是|真|对|✓)$/iu.test(text)) return { ok: true, value: true };
    if (/^(?:false|no|n|否|假|错|✗)$/iu.test(text)) return { ok: true, value: false };
    return { ok: false, fault: 'yes-or-no', part: text };
  }
  if (type === 'number') {
    // Thousands may be apart, as a sheet writes them; a share may be in percent.
    const plain = /^[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/u.test(text) ? text.replaceAll(',', '') : text;
    const found = /^([-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%?)$/iu.exec(plain);
    if (found === null) return { ok: false, fault: 'number', part: text };
    const number = (found[1] ?? '').replace('−', '-');
    const value = found[2] === '%' ? Number(`${number}e-2`) : Number(number);
    return Number.isFinite(value) ? { ok: true, value: value === 0 ? 0 : value } : { ok: false, fault: 'number', part: text };
  }
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text);
  const written = day === null ? text : `${day[1]}-${(day[2] ?? '').padStart(2, '0')}-${(day[3] ?? '').padStart(2, '0')}`;
  return parseDay(written) === undefined ? { ok: false, fault: 'day', part: text } : { ok: true, value: written };
}
