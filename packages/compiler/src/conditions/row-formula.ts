// A row of a condition as formula text: where it is true, and where it is false. In a formula nothing equals something
// missing, and `and` and `or` take missing for no.
import type { ValueType } from '@tierflow/definition';
import type { FieldTest } from './condition.ts';

/** A text, and what would take it apart if it stood without brackets: `and` and `or` bind less than comparisons, `?` least. */
export interface Piece {
  readonly text: string;
  readonly binds: 'tight' | 'logic' | 'choice';
}

export interface RowFormula {
  /** What has to be there for the row to be known; undefined for rows that always know. */
  readonly subject?: string;
  /** True where the row is, and not where it is false or unknown. */
  readonly yes: Piece;
  /** True where the row is false, and not where it is true or unknown. */
  readonly no: Piece;
  /** As `yes`, but for people of whom the row does not know it may say anything. */
  readonly plain: Piece;
  /** `$not(plain)` is missing where the row is unknown. */
  readonly keepsMissing: boolean;
}

export function tight(text: string): Piece {
  return { text, binds: 'tight' };
}

const ORDER = { lt: ['<', '>='], le: ['<=', '>'], gt: ['>', '<='], ge: ['>=', '<'] } as const;
const EQUAL = { eq: ['=', '!='], ne: ['!=', '='] } as const;
const CALLS = { contains: '$contains', startsWith: '$startsWith', endsWith: '$endsWith' } as const;

/** The texts of a comparison whose values fit it; `name` as it stands in formulas. */
export function rowFormula({ op, value }: FieldTest, name: string, type: ValueType): RowFormula {
  const values = (value === undefined ? [] : [value].flat()).map((one) => JSON.stringify(one));
  const [first = '', second = ''] = values;
  switch (op) {
    case 'eq':
    case 'ne':
      return known(name, tight(`${name} ${EQUAL[op][0]} ${first}`), tight(`${name} ${EQUAL[op][1]} ${first}`));
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { ...known(name, tight(`${name} ${ORDER[op][0]} ${first}`), tight(`${name} ${ORDER[op][1]} ${first}`)), keepsMissing: true };
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const text = `${CALLS[op]}(${name}, ${first})`;
      return { ...known(name, tight(text), tight(`$not(${text})`)), keepsMissing: true };
    }
    case 'between':
      return known(name, logic(`${name} >= ${first} and ${name} <= ${second}`), logic(`${name} < ${first} or ${name} > ${second}`));
    case 'in':
    case 'notIn':
      return guarded(name, tight(`${name} in [${values.join(', ')}]`), op === 'in');
    case 'withinDays':
    case 'notWithinDays':
      return guarded(name, logic(`${name} >= $addDays($asOf(), ${1 - Number(value)}) and ${name} <= $asOf()`), op === 'withinDays');
    case 'isEmpty':
    case 'isNotEmpty': {
      const [empty, full] = emptiness(name, type);
      const [yes, no] = op === 'isEmpty' ? [empty, full] : [full, empty];
      return { yes, no, plain: yes, keepsMissing: true };
    }
  }
}

function logic(text: string): Piece {
  return { text, binds: 'logic' };
}

function known(subject: string, yes: Piece, no: Piece): RowFormula {
  return { subject, yes, no, plain: yes, keepsMissing: false };
}

/** `$not(…)` of something that is false where the value is missing needs the value to be there. */
function guarded(subject: string, found: Piece, wanted: boolean): RowFormula {
  const opposite: Piece = { text: `$exists(${subject}) ? $not(${found.text})`, binds: 'choice' };
  return wanted
    ? { subject, yes: found, no: opposite, plain: found, keepsMissing: false }
    : { subject, yes: opposite, no: found, plain: tight(`$not(${found.text})`), keepsMissing: false };
}

function emptiness(name: string, type: ValueType): readonly [empty: Piece, full: Piece] {
  if (type !== 'string') return [tight(`$not($exists(${name}))`), tight(`$exists(${name})`)];
  return [logic(`$not($exists(${name})) or ${name} = ""`), logic(`$exists(${name}) and ${name} != ""`)];
}
