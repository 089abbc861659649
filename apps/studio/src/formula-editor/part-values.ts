// The value of every part of a formula for one customer, computed here by the evaluator from what is known of the customer.
import type { Explain } from '@tierflow/api';
import { type Definition, type Expr, type Json, rewrite, type ValueType, walk } from '@tierflow/definition';
import { decider, jsonValue } from '@tierflow/evaluator';
import { type FormulaPart, type FormulaScope, formulaParts } from '@tierflow/expression';
import { columnsDefinition } from '../facts/columns-definition.ts';

/** `error` where the row cannot be computed. */
export interface PartValue {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly type: ValueType;
  readonly value: boolean | number | string | null;
  readonly error: boolean;
}

/** One customer: fields, what nodes made of them, lines. */
export type Known = Pick<Explain, 'record' | 'nodes' | 'decision' | 'collections'>;

interface Leaf {
  readonly name: string;
  readonly type: ValueType;
  readonly value: Json;
}

/** Parts that need something nobody told are left out. */
export function partValues(text: string, scope: FormulaScope, known: Known, timeZone: string): readonly PartValue[] {
  const parts = formulaParts(text, scope);
  if (parts.length === 0) return [];
  const leaves = leavesOf(scope, known);
  const able = parts.filter(({ expr }) => isKnown(expr, leaves, known));
  const definition = programOf(able, leaves, scope, timeZone);
  const record = { ...Object.fromEntries([...leaves.values()].map(({ name, value }) => [name, value])), ...known.collections };
  const { values, notes } = decider(definition, { mode: 'closures' }).values(record, known.decision.asOf);
  return able.map(({ span, type }, at) => {
    const id = String(at);
    return {
      ...span,
      text: text.slice(span.from, span.to),
      type,
      value: jsonValue(type, values.get(id)),
      error: notes.some((note) => note.at === id),
    };
  });
}

/** Fields and columns by how a formula reads them. */
function leavesOf(scope: FormulaScope, { record, nodes }: Known): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [at, name] of scope.names().entries()) {
    const column = scope.column(name);
    if (column === undefined) continue;
    const { expr, type } = column;
    const value = leafValue(expr, name, record, nodes);
    if (value !== undefined) found.set(JSON.stringify(expr), { name: `leaf ${at}`, type, value });
  }
  return found;
}

/** A field is in the record, or is not there; a column was computed by the node its id begins with. */
function leafValue(expr: Expr, name: string, record: Known['record'], nodes: Known['nodes']): Json | undefined {
  if (expr.op === 'field') return record[expr.name] ?? null;
  if (expr.op !== 'column') return undefined;
  const made = nodes[expr.id.slice(0, expr.id.indexOf('.'))]?.values;
  return made !== undefined && Object.hasOwn(made, name) ? made[name] : undefined;
}

function isKnown(expr: Expr, leaves: ReadonlyMap<string, Leaf>, { collections }: Known): boolean {
  let known = true;
  walk(expr, (part) => {
    if ((part.op === 'field' || part.op === 'column') && !leaves.has(JSON.stringify(part))) known = false;
    if (part.op === 'aggregate' && (collections === undefined || !Object.hasOwn(collections, part.from))) known = false;
    if (part.op === 'parameter') known = false;
  });
  return known;
}

function programOf(parts: readonly FormulaPart[], leaves: ReadonlyMap<string, Leaf>, scope: FormulaScope, timeZone: string): Definition {
  const columns = parts.map(({ expr, type }, at) => ({
    id: String(at),
    node: 'formula',
    type,
    expr: rewrite(expr, (part): Expr => {
      const leaf = part.op === 'field' || part.op === 'column' ? leaves.get(JSON.stringify(part)) : undefined;
      return leaf === undefined ? part : { op: 'field', name: leaf.name };
    }),
  }));
  const fields = [...leaves.values()].map(({ name, type }) => ({ name, type }));
  const collections = scope.names().flatMap((name) => {
    const found = scope.column(name) === undefined ? scope.collection(name) : undefined;
    return found === undefined ? [] : [found];
  });
  return columnsDefinition(columns, { fields, collections }, timeZone);
}

/** The smallest part that stands at an offset. */
export function partAt(parts: readonly PartValue[], offset: number): PartValue | undefined {
  return parts.filter(({ from, to }) => from <= offset && offset < to).sort((a, b) => a.to - a.from - (b.to - b.from))[0];
}
