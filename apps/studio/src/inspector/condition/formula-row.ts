// A comparison as a formula, and back. The formula matches, and is unknown, for exactly the same people: equality
// and lists say so with `$exists(…) ? …`, because in formulas nothing equals something missing. Reading back never
// guesses: a row is offered only if it would be written as this very formula.
import { type FieldTest, type Operator, operators } from '@tierflow/compiler';
import type { ValueType } from '@tierflow/definition';

type Scalar = string | number | boolean;

/** Why a formula cannot be a row. `empties`: it is one comparison, but treats people without a value otherwise. */
export type NoRow = 'notSimple' | 'unknownColumn' | 'empties';

/** The formula of a comparison of a column of the type; undefined while the row is not complete. */
export function formulaOf(test: FieldTest, type: ValueType): string | undefined {
  const values = valuesOf(test);
  const { value: wanted, types } = operators[test.op];
  if (!(types as readonly ValueType[]).includes(type === 'datetime' ? 'date' : type)) return undefined;
  if (!complete(wanted, values.length) || (partial.has(test.op) && values[0] === '')) return undefined;
  const whole = nameOf(test.field);
  const day = type === 'datetime' ? `$date(${whole})` : whole;
  const body = bodyOf(test.op, day, whole, { values, type });
  return guarded.has(test.op) ? `$exists(${whole}) ? ${body}` : body;
}

/** Operators that formulas answer with no where a row answers unknown. */
const guarded: ReadonlySet<Operator> = new Set([
  'eq',
  'ne',
  'between',
  'in',
  'notIn',
  'startsWith',
  'endsWith',
  'withinDays',
  'notWithinDays',
]);

/** Operators on a part of a text; the empty part says nothing. */
const partial: ReadonlySet<Operator> = new Set(['contains', 'startsWith', 'endsWith']);

function complete(wanted: (typeof operators)[Operator]['value'], count: number): boolean {
  if (wanted === 'none') return true;
  return wanted === 'list' ? count > 0 : count === (wanted === 'two' ? 2 : 1);
}

interface Compared {
  readonly values: readonly Scalar[];
  readonly type: ValueType;
}

function bodyOf(op: Operator, left: string, whole: string, { values, type }: Compared): string {
  const [first, second] = values.map(literal);
  const text = String(values[0] ?? '');
  const length = [...text].length;
  const days = `${left} >= $addDays($asOf(), ${1 - Number(values[0])}) and ${left} <= $asOf()`;
  const list = `${left} in [${values.map(literal).join(', ')}]`;
  const bodies: { readonly [name in Operator]: string } = {
    eq: `${left} = ${first}`,
    ne: `${left} != ${first}`,
    lt: `${left} < ${first}`,
    le: `${left} <= ${first}`,
    gt: `${left} > ${first}`,
    ge: `${left} >= ${first}`,
    between: `${left} >= ${first} and ${left} <= ${second}`,
    in: list,
    notIn: `$not(${list})`,
    contains: `$contains(${left}, ${first})`,
    startsWith: `$substring(${left}, 0, ${length}) = ${first}`,
    endsWith: `$substring(${left}, ${-length}) = ${first}`,
    withinDays: days,
    notWithinDays: `$not(${days})`,
    isEmpty: type === 'string' ? `$not($exists(${whole})) or ${whole} = ""` : `$not($exists(${whole}))`,
    isNotEmpty: type === 'string' ? `$exists(${whole}) and ${whole} != ""` : `$exists(${whole})`,
  };
  return bodies[op];
}

/** The row a formula stands for; `typeOf` knows the columns. */
export function rowOf(
  formula: string,
  typeOf: (column: string) => ValueType | undefined,
): { readonly row: FieldTest } | { readonly no: NoRow } {
  const tokens = tokensOf(formula);
  if (tokens === undefined) return { no: 'notSimple' };
  const names = [...new Set(tokens.flatMap((token) => columnIn(token) ?? []))];
  const [field] = names;
  if (field === undefined || names.length !== 1) return { no: 'notSimple' };
  const type = typeOf(field);
  if (type === undefined) return { no: 'unknownColumn' };
  const candidates = candidatesOf(field, tokens);
  const written = tokens.join(' ');
  const row = candidates.find((candidate) => tokensOf(formulaOf(candidate, type) ?? '')?.join(' ') === written);
  if (row !== undefined) return { row };
  const loose = candidates.some(
    (candidate) => tokensOf((formulaOf(candidate, type) ?? '').replace(/^\$exists\(.*?\) \? /, ''))?.join(' ') === written,
  );
  return { no: loose ? 'empties' : 'notSimple' };
}

function candidatesOf(field: string, tokens: readonly string[]): readonly FieldTest[] {
  const literals = tokens.flatMap((token, at): Scalar[] => literalAt(tokens, token, at));
  const numbers = literals.filter((value) => typeof value === 'number');
  const valuesFor = {
    none: [undefined],
    one: literals,
    two: [literals],
    list: [literals],
    days: numbers.map((value) => 1 - value),
  } as const satisfies { readonly [wanted in (typeof operators)[Operator]['value']]: readonly FieldTest['value'][] };
  return (Object.keys(operators) as Operator[]).flatMap((op) =>
    valuesFor[operators[op].value].map(
      (value: FieldTest['value']): FieldTest => ({ field, op, ...(value === undefined ? {} : { value }) }),
    ),
  );
}

function literalAt(tokens: readonly string[], token: string, at: number): Scalar[] {
  if (token.startsWith('"')) return [JSON.parse(token) as string];
  if (token === 'true' || token === 'false') return [token === 'true'];
  if (!/^[\d.]/.test(token)) return [];
  return [tokens[at - 1] === '-' ? -Number(token) : Number(token)];
}

const token =
  /\s*(?:("(?:[^"\\]|\\.)*")|('(?:[^'\\]|\\.)*')|(`[^`]*`)|(\$?[\p{L}_][\p{L}\p{N}_]*)|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(!=|<=|>=|:=|\.\.|[^\s]))/uy;

/** The formula word by word; undefined for texts it cannot cut up. Single quotes become double ones. */
function tokensOf(formula: string): readonly string[] | undefined {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < formula.trimEnd().length) {
    const match = token.exec(formula);
    if (match === null) return undefined;
    const quoted = match[2];
    const text =
      quoted === undefined
        ? match[3] === undefined
          ? match[0].trim()
          : nameOf(match[3].slice(1, -1))
        : JSON.stringify(quoted.slice(1, -1));
    if (text.startsWith('"') && !isText(text)) return undefined;
    found.push(text);
  }
  return found;
}

function isText(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'string';
  } catch {
    return false;
  }
}

const words: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

function columnIn(text: string): string | undefined {
  if (text.startsWith('`')) return text.slice(1, -1);
  return /^[\p{L}_]/u.test(text) && !words.has(text) ? text : undefined;
}

/** A column's name as formulas write it. */
export function nameOf(field: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(field) && !words.has(field) ? field : `\`${field}\``;
}

function literal(value: Scalar): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function valuesOf({ value }: FieldTest): readonly Scalar[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
}
