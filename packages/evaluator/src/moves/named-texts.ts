// The texts that a program names for a field: what its value is compared with, directly or after it was tidied up.
import { type Column, type Expr, partsOf, walk } from '@tierflow/definition';

const COMPARING: ReadonlySet<string> = new Set(['eq', 'ne', 'in', 'eq3', 'ne3', 'in3']);
/** Of more values so many are tried. */
const MAX_TEXTS = 50;

/** Texts by field name, in order of the program; of a line's field by `collection.field`. */
export function namedTexts(columns: readonly Column[]): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, ReadonlySet<string>>();
  const found = new Map<string, Set<string>>();
  for (const column of columns) {
    roots.set(column.id, rootsOf(column.expr, '', roots));
    walk(column.expr, (part) => {
      if (part.op === 'aggregate') for (const inner of partsOf(part)) walk(inner, (call) => note(call, part.from, roots, found));
      else note(part, '', roots, found);
    });
  }
  return new Map([...found].map(([name, texts]) => [name, [...texts].slice(0, MAX_TEXTS)]));
}

function note(call: Expr, from: string, roots: ReadonlyMap<string, ReadonlySet<string>>, found: Map<string, Set<string>>): void {
  if (call.op !== 'call') return;
  const against = COMPARING.has(call.fn) ? call.args : call.fn === 'lookup' ? call.args.slice(1, 2) : [];
  const texts = against.flatMap(textsOf);
  if (texts.length === 0) return;
  const [only, ...others] = new Set(call.args.flatMap((arg) => [...rootsOf(arg, from, roots)]));
  if (only === undefined || others.length > 0) return;
  const named = found.get(only) ?? new Set<string>();
  found.set(only, named);
  for (const text of texts) named.add(text);
}

function textsOf(expr: Expr): readonly string[] {
  if (expr.op === 'literal') return typeof expr.value === 'string' ? [expr.value] : [];
  return expr.op === 'list' ? expr.values.filter((value) => typeof value === 'string') : [];
}

/** Fields that an expression depends on, through columns. */
function rootsOf(expr: Expr, from: string, roots: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const names = new Set<string>();
  walk(expr, (part) => {
    if (part.op === 'field') names.add(part.name);
    if (part.op === 'line') names.add(`${from}.${part.name}`);
    if (part.op === 'column') for (const name of roots.get(part.id) ?? []) names.add(name);
  });
  return names;
}
