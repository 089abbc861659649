// Whether two conditions mean the same: true, false and missing for the same people, whatever is in their fields. Conditions
// and formulas are both expressions of the closed function table, and that is where they are compared.
import { type Expr, functionSpec } from '@tierflow/definition';
import { type Comparison, comparisonIn } from './comparison.ts';
import { ALWAYS, NEVER, type Truth, type Truths, truths } from './truth.ts';

/** When an expression is true and when it is false; missing otherwise. */
interface Meaning {
  readonly yes: Truth;
  readonly no: Truth;
}

interface Facts extends Truths {
  /** A value can be an empty text: true where that is not known. */
  readonly isText: (value: Expr) => boolean;
}

/** How two conditions are compared, one way after the other: in which order, and with how many steps at most. */
const WAYS = [
  ['named', 4_000],
  ['subject', 40_000],
  ['named', 40_000],
] as const;

/**
 * True only if both are the same for every combination of {missing, true, false} of what they compare. Facts are taken to be
 * independent of each other, and what is not understood to be one fact, so the answer can be a needless no, never a wrong yes.
 * Undefined where they are too large to tell.
 */
export function sameMeaning(left: Expr, right: Expr, isText: (value: Expr) => boolean): boolean | undefined {
  for (const [order, most] of WAYS) {
    const table: Facts = { ...truths(most, order), isText };
    const [one, other] = [meaningOf(left, table), meaningOf(right, table)];
    if (table.sound()) return one.yes === other.yes && one.no === other.no;
  }
  return undefined;
}

/** True if a value can be missing, as far as can be told. */
export function canBeMissing(expr: Expr): boolean {
  switch (expr.op) {
    case 'literal':
    case 'date':
    case 'list':
    case 'asOf':
      return false;
    case 'aggregate':
      return expr.fn !== 'count' && expr.fn !== 'distinct';
    case 'call': {
      const spec = functionSpec(expr.fn);
      if (spec === undefined || spec.raises !== undefined) return true;
      return !spec.total && (spec.missing === 'own' || expr.args.some(canBeMissing));
    }
    default:
      return true;
  }
}

function meaningOf(expr: Expr, table: Facts): Meaning {
  if (expr.op === 'literal' && typeof expr.value === 'boolean') return known(expr.value ? ALWAYS : NEVER, table);
  if (expr.op === 'missing') return { yes: NEVER, no: NEVER };
  if (expr.op !== 'call') return factOf(expr, 'eq true', table);
  const made = CALLS[expr.fn]?.(expr.args, table);
  if (made !== undefined) return made;
  const comparison = comparisonIn(expr);
  return comparison === undefined ? factOf(expr, 'eq true', table) : meaningOfComparison(comparison, table);
}

type MeaningOfCall = (args: readonly Expr[], table: Facts) => Meaning | undefined;

// From the last to the first: what is named later is decided further down, and stays as it is.
const allYes = (parts: readonly Meaning[], { and }: Facts): Truth => parts.reduceRight((rest, { yes }) => and(yes, rest), ALWAYS);
const anyYes = (parts: readonly Meaning[], { or }: Facts): Truth => parts.reduceRight((rest, { yes }) => or(yes, rest), NEVER);
const allNo = (parts: readonly Meaning[], { and }: Facts): Truth => parts.reduceRight((rest, { no }) => and(no, rest), ALWAYS);
const anyNo = (parts: readonly Meaning[], { or }: Facts): Truth => parts.reduceRight((rest, { no }) => or(no, rest), NEVER);

const meaningsOf = (args: readonly Expr[], table: Facts): readonly Meaning[] => args.map((arg) => meaningOf(arg, table));
const opposite: MeaningOfCall = ([arg], table) => {
  const { yes, no } = meaningOf(arg as Expr, table);
  return { yes: no, no: yes };
};

/** How the calls that join statements work; every other call is a comparison or a fact of its own. */
const CALLS: { readonly [fn: string]: MeaningOfCall } = {
  and: (args, table) => known(allYes(meaningsOf(args, table), table), table),
  or: (args, table) => known(anyYes(meaningsOf(args, table), table), table),
  and3: (args, table) => ({ yes: allYes(meaningsOf(args, table), table), no: anyNo(meaningsOf(args, table), table) }),
  or3: (args, table) => ({ yes: anyYes(meaningsOf(args, table), table), no: allNo(meaningsOf(args, table), table) }),
  not: opposite,
  not3: opposite,
  isTrue: ([arg], table) => known(meaningOf(arg as Expr, table).yes, table),
  exists: ([arg], table) => known(presence(arg as Expr, table), table),
  isMissing: ([arg], table) => known(table.not(presence(arg as Expr, table)), table),
  isBlank: ([arg], table) => known(isBlank(arg as Expr, table), table),
  if: (args, table) => chosen(args, table),
  case: (args, table) => chosen(args, table),
};

/** True or false, never missing. */
function known(yes: Truth, table: Facts): Meaning {
  return { yes, no: table.not(yes) };
}

/** The fact that a text is empty. */
const EMPTY = 'eq ""';

function isBlank(subject: Expr, table: Facts): Truth {
  const nothing = table.not(presence(subject, table));
  return table.isText(subject) ? table.or(nothing, isFact(subject, EMPTY, table)) : nothing;
}

/** The first branch whose test is true; a last argument without a test is the one otherwise. */
function chosen(args: readonly Expr[], table: Facts): Meaning {
  const [test, branch] = args;
  if (test === undefined) return { yes: NEVER, no: NEVER };
  if (branch === undefined) return meaningOf(test, table);
  const then = meaningOf(branch, table);
  const otherwise = chosen(args.slice(2), table);
  const { yes: taken } = meaningOf(test, table);
  const pick = (one: Truth, other: Truth): Truth => table.or(table.and(taken, one), table.and(table.not(taken), other));
  return { yes: pick(then.yes, otherwise.yes), no: pick(then.no, otherwise.no) };
}

/** A value is there. Of something that says yes or no: it is known. */
function presence(subject: Expr, table: Facts): Truth {
  if (subject.op === 'call' && subject.fn === 'dateOf') return presence(subject.args[0] as Expr, table);
  if (isStatement(subject)) {
    const { yes, no } = meaningOf(subject, table);
    return table.or(yes, no);
  }
  return canBeMissing(subject) ? table.not(table.fact('missing', JSON.stringify(subject))) : ALWAYS;
}

function isStatement(expr: Expr): boolean {
  return expr.op === 'call' && (Object.hasOwn(CALLS, expr.fn) || comparisonIn(expr) !== undefined);
}

function isFact(subject: Expr, fact: string, table: Facts): Truth {
  const there = presence(subject, table);
  return table.and(there, table.fact(fact, JSON.stringify(subject)));
}

/** With `inText` the fact is about something written, so that it is false of an empty text. */
function factOf(subject: Expr, fact: string, table: Facts, inText = false): Meaning {
  const filled = inText ? table.not(isFact(subject, EMPTY, table)) : ALWAYS;
  const yes = table.and(filled, isFact(subject, fact, table));
  return { yes, no: table.and(presence(subject, table), table.not(yes)) };
}

function meaningOfComparison({ by, subject, fixed, whenMissing }: Comparison, table: Facts): Meaning {
  const meaning = by === 'in' ? meaningOfList(subject, fixed.kind === 'list' ? fixed.values : [], table) : one(by, subject, fixed, table);
  return whenMissing === 'missing' ? meaning : known(meaning.yes, table);
}

/** One of a list is one of its values. */
function meaningOfList(subject: Expr, values: readonly (string | number | boolean)[], table: Facts): Meaning {
  const sorted = [...new Set(values)]
    .filter((value) => value !== '')
    .map((value) => JSON.stringify(value))
    .sort();
  const [only] = sorted;
  const rest = factOf(subject, sorted.length === 1 ? `eq ${only}` : `in [${sorted.join()}]`, table, values.some(isWritten));
  if (!values.includes('')) return sorted.length === 0 ? { yes: NEVER, no: presence(subject, table) } : rest;
  const yes = table.or(isFact(subject, EMPTY, table), sorted.length === 0 ? NEVER : rest.yes);
  return { yes, no: table.and(presence(subject, table), table.not(yes)) };
}

function isWritten(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function one(by: Exclude<Comparison['by'], 'in'>, subject: Expr, fixed: Comparison['fixed'], table: Facts): Meaning {
  const { fact, holds } = FACTS[by];
  const value = fixed.kind === 'value' ? fixed.value : undefined;
  const against = fixed.kind === 'asOf' ? `as-of ${fixed.moved}` : JSON.stringify(fixed.kind === 'list' ? fixed.values : fixed.value);
  const inText = isWritten(value) && fact !== 'ge' && fact !== 'le';
  const meaning =
    typeof value === 'boolean' && isStatement(subject)
      ? meaningOf(subject, table)
      : factOf(subject, `${fact} ${value === false ? 'true' : against}`, table, inText);
  return holds === (value === false) ? { yes: meaning.no, no: meaning.yes } : meaning;
}

/** Comparisons that are each other's opposite are one fact. */
const FACTS = {
  eq: { fact: 'eq', holds: true },
  ne: { fact: 'eq', holds: false },
  ge: { fact: 'ge', holds: true },
  lt: { fact: 'ge', holds: false },
  le: { fact: 'le', holds: true },
  gt: { fact: 'le', holds: false },
  contains: { fact: 'contains', holds: true },
  startsWith: { fact: 'startsWith', holds: true },
  endsWith: { fact: 'endsWith', holds: true },
} as const;
