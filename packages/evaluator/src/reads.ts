// What a program reads of a record. Members of a record that nothing reads are not looked at, whatever they hold.
import { type Aggregate, type Column, canRaise, UNBOUNDED, walk } from '@tierflow/definition';
import type { Prepared } from './program.ts';

export interface CollectionReads {
  readonly fields: ReadonlySet<string>;
  /** The answer depends on the order of the lines, so they have to be brought into order of their time. */
  readonly ordered: boolean;
}

export interface Reads {
  readonly fields: ReadonlySet<string>;
  readonly collections: ReadonlyMap<string, CollectionReads>;
}

/** What the columns at some positions read. */
export function readsOf(prepared: Prepared, positions: readonly number[]): Reads {
  const fields = new Set<string>();
  const collections = new Map<string, { fields: Set<string>; ordered: boolean }>();
  for (const at of positions) {
    walk((prepared.program.columns[at] as Column).expr, (part) => {
      if (part.op === 'field') fields.add(part.name);
      if (part.op !== 'aggregate') return;
      const known = collections.get(part.from) ?? { fields: new Set<string>(), ordered: false };
      collections.set(part.from, known);
      walk(part, (inner) => {
        if (inner.op === 'line') known.fields.add(inner.name);
      });
      known.ordered ||= needsOrder(part, prepared);
    });
  }
  for (const [name, known] of collections) {
    const time = prepared.program.input.collections.find((collection) => collection.name === name)?.time;
    if (known.ordered && time !== undefined) known.fields.add(time);
  }
  return { fields, collections };
}

/** Sums of doubles depend on their order, first and last by their nature, and of several errors the first is told. */
function needsOrder(expr: Aggregate, { parameter }: Prepared): boolean {
  if (expr.fn !== 'count' && expr.fn !== 'distinct' && expr.fn !== 'min' && expr.fn !== 'max' && expr.fn !== 'firstRule') return true;
  return canRaise(expr, { column: () => UNBOUNDED, parameter });
}
