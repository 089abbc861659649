// Decides for every column of a file how it will be read: the caller's mapping first, then its role, then the first guess.
import { Refusal } from '../outcome.ts';
import { type ColumnMapping, explicitRule, type Rule } from '../values/rule.ts';
import type { SourceColumn } from './record-source.ts';

/**
 * `fixed`: a cell that breaks the rule is an error. `guessed`: it sends the column back to be read as text first. `open`: read as
 * text, decided when all values are known.
 */
export type Certainty = 'fixed' | 'guessed' | 'open';

export interface ColumnPlan {
  readonly name: string;
  readonly header?: string;
  readonly rule: Rule;
  readonly certainty: Certainty;
  readonly inferred: boolean;
  readonly onError: 'reject' | 'missing';
  /** An empty cell rejects the row. */
  readonly required: boolean;
  /** The column holds customers' keys. */
  readonly person: boolean;
}

export interface Roles {
  /** Columns read as identifiers, whatever they look like. */
  readonly identifiers: readonly string[];
  readonly persons: readonly string[];
  readonly required: readonly string[];
}

export interface PlanRequest {
  readonly mappings: { readonly [column: string]: ColumnMapping };
  readonly roles: Roles;
}

const TEXT: Rule = { type: 'string', form: 'text' };
const IDENTIFIER: Rule = { type: 'string', form: 'identifier' };

/** A mapping goes by the name in the file; a mapping for a column that is not there is a mistake. */
export function renamed(columns: readonly SourceColumn[], mappings: PlanRequest['mappings']): readonly SourceColumn[] {
  for (const name of Object.keys(mappings)) {
    if (!columns.some((column) => column.name === name))
      throw new Refusal('column.unknown', {
        column: name,
        columns: columns
          .map((c) => c.name)
          .join(', ')
          .slice(0, 500),
      });
  }
  const out = columns.map((column) => ({
    ...column,
    name: (Object.hasOwn(mappings, column.name) ? mappings[column.name]?.name : undefined) ?? column.name,
  }));
  const seen = new Set<string>();
  for (const { name } of out) {
    if (seen.has(name)) throw new Refusal('column.twice', { column: name });
    seen.add(name);
  }
  return out;
}

function planColumn(column: SourceColumn, original: string, request: PlanRequest): ColumnPlan {
  const mapping = Object.hasOwn(request.mappings, original) ? request.mappings[original] : undefined;
  const { roles } = request;
  const base = {
    name: column.name,
    ...(column.header === undefined ? {} : { header: column.header }),
    onError: mapping?.onError ?? 'reject',
    required: roles.required.includes(column.name),
    person: roles.persons.includes(column.name),
  } as const;
  if (roles.identifiers.includes(column.name)) return { ...base, rule: IDENTIFIER, certainty: 'fixed', inferred: false };
  if (mapping?.type !== undefined) {
    const rule = explicitRule(mapping.type, mapping.format);
    if (rule === undefined) throw new Refusal('mapping.format', { column: original, type: mapping.type, format: mapping.format ?? '' });
    return { ...base, rule, certainty: 'fixed', inferred: false };
  }
  const { guess } = column;
  if (guess.kind === 'rule') return { ...base, rule: guess.rule, certainty: 'guessed', inferred: true };
  return { ...base, rule: TEXT, certainty: guess.kind === 'text' ? 'fixed' : 'open', inferred: true };
}

/** @param columns as renamed, in the order of the file; `originals` their names before. */
export function planColumns(columns: readonly SourceColumn[], originals: readonly string[], request: PlanRequest): readonly ColumnPlan[] {
  return columns.map((column, index) => planColumn(column, originals[index] ?? column.name, request));
}
