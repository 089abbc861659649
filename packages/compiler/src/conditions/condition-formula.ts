// A form condition as a formula: the same people match. Where the formula is also missing exactly where the condition is
// unknown the change is lossless; otherwise guards are written and unknown people become a plain no.
import type { ValueType } from '@tierflow/definition';
import { formulaName } from '@tierflow/expression';
import type { Condition, FieldTest } from './condition.ts';

export interface ConditionFormula {
  readonly text: string;
  /** False: people of whom the condition does not know are not matched, and no longer counted apart. */
  readonly lossless: boolean;
}

/** What a comparison is where its field is missing. */
type WhenMissing = 'missing' | boolean;

/** A comparison as formula text; `subject` is what must be there for it to be known. */
interface Atom {
  readonly kind: 'atom';
  readonly subject: string;
  /** Which comparison of the condition it is, whatever way round. */
  readonly of: number;
  readonly text: string;
  /** True where the condition's comparison is false. */
  readonly negated: boolean;
  readonly whenMissing: WhenMissing;
}

interface Group {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Clause[];
}

type Clause = Atom | Group;

interface Writing {
  readonly typeOf: (field: string) => ValueType | undefined;
  /** Every comparison met: what it is about, and what the condition says where that is missing. */
  readonly tests: { readonly subject: string; readonly whenMissing: 'unknown' | boolean }[];
  readonly numberOf: Map<Condition, number>;
}

/**
 * The condition as a formula; undefined where a field cannot be named in one, or is not known.
 *
 * @example
 * conditionFormula({ field: 'spend', op: 'ge', value: 100 }, () => 'number') // { text: 'spend >= 100', lossless: true }
 */
export function conditionFormula(where: Condition, typeOf: (field: string) => ValueType | undefined): ConditionFormula | undefined {
  const writing: Writing = { typeOf, tests: [], numberOf: new Map() };
  const clause = clauseOf(where, true, writing);
  if (clause === undefined) return undefined;
  const bare = clause.kind === 'atom' ? clause : undefined;
  if (agrees(where, clause, writing)) return { text: written(clause, false), lossless: true };
  // On its own a comparison can be missing; inside `and` and `or` missing counts as false.
  const guarded = bare?.whenMissing === 'missing' ? `$exists(${bare.subject}) and ${bare.text}` : written(clause, false);
  return { text: guarded, lossless: false };
}

/** What is true exactly where the condition is (or with `wanted` false, where it is false). */
function clauseOf(where: Condition, wanted: boolean, writing: Writing): Clause | undefined {
  if ('not' in where) return clauseOf(where.not, !wanted, writing);
  if ('all' in where) return groupOf(where.all, wanted ? 'and' : 'or', wanted, writing);
  if ('any' in where) return groupOf(where.any, wanted ? 'or' : 'and', wanted, writing);
  if ('expr' in where) return formulaAtom(where, wanted, writing);
  return testAtom(where, wanted, writing);
}

function groupOf(wheres: readonly Condition[], kind: Group['kind'], wanted: boolean, writing: Writing): Clause | undefined {
  const parts = wheres.map((where) => clauseOf(where, wanted, writing));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, parts };
}

function register(where: Condition, subject: string, whenMissing: 'unknown' | boolean, { tests, numberOf }: Writing): number {
  const at = tests.push({ subject, whenMissing }) - 1;
  numberOf.set(where, at);
  return at;
}

function formulaAtom(where: Extract<Condition, { expr: string }>, wanted: boolean, writing: Writing): Atom {
  const of = register(where, `(${where.expr})`, 'unknown', writing);
  return {
    kind: 'atom',
    subject: `(${where.expr})`,
    of,
    text: wanted ? `(${where.expr})` : `(${where.expr}) = false`,
    negated: !wanted,
    whenMissing: wanted ? 'missing' : false,
  };
}

function testAtom(test: FieldTest, wanted: boolean, writing: Writing): Atom | undefined {
  const type = writing.typeOf(test.field);
  const name = formulaName(test.field);
  if (type === undefined || name === undefined) return undefined;
  const emptiness = test.op === 'isEmpty' || test.op === 'isNotEmpty';
  const of = register(test, name, emptiness ? test.op === 'isEmpty' : 'unknown', writing);
  const { text, whenMissing } = emptiness ? emptinessText(name, type, (test.op === 'isEmpty') === wanted) : testText(test, name, wanted);
  return { kind: 'atom', subject: name, of, text, negated: !wanted, whenMissing };
}

interface Written {
  readonly text: string;
  readonly whenMissing: WhenMissing;
}

function emptinessText(name: string, type: ValueType, empty: boolean): Written {
  if (type === 'string') {
    const text = empty ? `($not($exists(${name})) or ${name} = "")` : `($exists(${name}) and ${name} != "")`;
    return { text, whenMissing: empty };
  }
  return { text: empty ? `$not($exists(${name}))` : `$exists(${name})`, whenMissing: empty };
}

const ORDER = { lt: ['<', '>='], le: ['<=', '>'], gt: ['>', '<='], ge: ['>=', '<'], eq: ['=', '!='], ne: ['!=', '='] } as const;
const CALLS = { contains: '$contains', startsWith: '$startsWith', endsWith: '$endsWith' } as const;

function testText({ op, value }: FieldTest, name: string, wanted: boolean): Written {
  const values = [value ?? ''].flat();
  const [first, second] = values.map((one) => JSON.stringify(one));
  switch (op) {
    case 'eq':
    case 'ne':
      return { text: `${name} ${ORDER[op][wanted ? 0 : 1]} ${first}`, whenMissing: false };
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { text: `${name} ${ORDER[op][wanted ? 0 : 1]} ${first}`, whenMissing: 'missing' };
    case 'between':
      return range(name, String(first), String(second), wanted);
    case 'withinDays':
    case 'notWithinDays':
      return range(name, `$addDays($asOf(), ${1 - Number(values[0])})`, '$asOf()', (op === 'withinDays') === wanted);
    case 'in':
    case 'notIn': {
      const found = `${name} in [${values.map((one) => JSON.stringify(one)).join(', ')}]`;
      return (op === 'in') === wanted
        ? { text: found, whenMissing: false }
        : { text: `($exists(${name}) and $not(${found}))`, whenMissing: false };
    }
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const found = `${CALLS[op]}(${name}, ${first})`;
      return { text: wanted ? found : `$not(${found})`, whenMissing: 'missing' };
    }
    default:
      return { text: 'false', whenMissing: false };
  }
}

function range(name: string, from: string, to: string, inside: boolean): Written {
  const text = inside ? `(${name} >= ${from} and ${name} <= ${to})` : `(${name} < ${from} or ${name} > ${to})`;
  return { text, whenMissing: false };
}

function written(clause: Clause, inner: boolean): string {
  if (clause.kind === 'atom') return clause.text;
  if (clause.parts.length === 0) return String(clause.kind === 'and');
  const text = clause.parts.map((part) => written(part, true)).join(` ${clause.kind} `);
  return inner ? `(${text})` : text;
}

/** More rows than this are not looked at: the formula is then taken to lose something. */
const MOST_ROWS = 4_096;

/** True if condition and formula are the same on every row of the truth table: each comparison true, false, or its field missing. */
function agrees(where: Condition, clause: Clause, { tests, numberOf }: Writing): boolean {
  const subjects = [...new Set(tests.map(({ subject }) => subject))];
  if (2 ** (tests.length + subjects.length) > MOST_ROWS) return false;
  for (let row = 0; row < 2 ** (tests.length + subjects.length); row += 1) {
    const truth = (at: number): boolean => ((row >> at) & 1) === 1;
    const isMissing = (subject: string): boolean => ((row >> (tests.length + subjects.indexOf(subject))) & 1) === 1;
    const ofTest = (part: Condition): 'unknown' | boolean => {
      const at = numberOf.get(part) ?? 0;
      const test = tests[at];
      return test !== undefined && isMissing(test.subject) ? test.whenMissing : truth(at);
    };
    const ofAtom = (atom: Atom): WhenMissing => (isMissing(atom.subject) ? atom.whenMissing : truth(atom.of) !== atom.negated);
    const [condition, formula] = [kleene(where, ofTest), valueOfClause(clause, ofAtom)];
    if (condition === 'unknown' ? formula !== 'missing' : formula !== condition) return false;
  }
  return true;
}

function kleene(where: Condition, ofTest: (part: Condition) => 'unknown' | boolean): 'unknown' | boolean {
  if ('not' in where) {
    const inner = kleene(where.not, ofTest);
    return inner === 'unknown' ? inner : !inner;
  }
  if (!('all' in where) && !('any' in where)) return ofTest(where);
  const [wheres, winner] = 'all' in where ? [where.all, false] : [where.any, true];
  const values = wheres.map((part) => kleene(part, ofTest));
  return values.includes(winner) ? winner : values.includes('unknown') ? 'unknown' : !winner;
}

function valueOfClause(clause: Clause, ofAtom: (atom: Atom) => WhenMissing): WhenMissing {
  if (clause.kind === 'atom') return ofAtom(clause);
  const values = clause.parts.map((part) => valueOfClause(part, ofAtom) === true);
  return clause.kind === 'and' ? values.every(Boolean) : values.some(Boolean);
}
