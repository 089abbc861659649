// What of a record could be changed so that the tier changes: found in what the program reads, by type only.
import { type Column, type Definition, isReservedField, type TierOutput, walk } from '@tierflow/definition';
import { neededFor, type Prepared } from '../program.ts';
import { type Reads, readsOf } from '../reads.ts';
import type { NumberUse } from './grid.ts';
import { namedTexts } from './named-texts.ts';
import { numberUses } from './number-use.ts';

/**
 * One thing that can be changed by itself: a number field up or down, a text or boolean field to another value, more lines of the
 * customer's usual kind in a collection, or the amount of one more line. Days and the key are never levers.
 */
export type Lever =
  | { readonly kind: 'number'; readonly field: string }
  | { readonly kind: 'value'; readonly field: string }
  | { readonly kind: 'lines'; readonly collection: string }
  | { readonly kind: 'amount'; readonly collection: string; readonly field: string };

/** What a tier depends on, ready for the search. */
export interface Dependence {
  readonly levers: readonly Lever[];
  readonly reads: Reads;
  readonly numbers: ReadonlyMap<string, NumberUse>;
  /** Texts by field, or by `collection.field`. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly distinct: ReadonlyMap<string, Distinct>;
}

/** What is counted only once per value in the lines of a collection. */
export interface Distinct {
  /** Fields whose values are counted: a new line has a new one. */
  readonly fields: ReadonlySet<string>;
  /** Days are counted: several new lines have to be of several days. */
  readonly days: boolean;
}

/** Levers of a tiers node: customers' fields in the order of the input, then collections. */
export function dependenceOf(definition: Definition, prepared: Prepared, tiers: TierOutput): Dependence {
  const positions = neededFor(
    prepared,
    tiers.bands.map(({ mask }) => mask),
  );
  const columns = positions.map((at) => prepared.program.columns[at] as Column);
  const reads = readsOf(prepared, positions);
  const distinct = distinctIn(definition, columns);
  const texts = namedTexts(columns);
  return {
    levers: [...fieldLevers(definition, reads, texts), ...lineLevers(definition, reads, distinct)],
    reads,
    numbers: numberUses(definition, columns),
    texts,
    distinct,
  };
}

function fieldLevers({ input }: Definition, reads: Reads, texts: Dependence['texts']): readonly Lever[] {
  return input.fields.flatMap(({ name, type }): Lever[] => {
    if (name === input.key || isReservedField(name) || !reads.fields.has(name)) return [];
    if (type === 'number') return [{ kind: 'number', field: name }];
    return type === 'boolean' || texts.has(name) ? [{ kind: 'value', field: name }] : [];
  });
}

function lineLevers({ input }: Definition, reads: Reads, distinct: ReadonlyMap<string, Distinct>): readonly Lever[] {
  return input.collections.flatMap(({ name: collection, fields }): Lever[] => {
    const read = reads.collections.get(collection);
    if (read === undefined) return [];
    const amounts = fields.filter(
      ({ name, type }) => type === 'number' && read.fields.has(name) && !distinct.get(collection)?.fields.has(name),
    );
    return [{ kind: 'lines', collection }, ...amounts.map(({ name }): Lever => ({ kind: 'amount', collection, field: name }))];
  });
}

function distinctIn({ input }: Definition, columns: readonly Column[]): ReadonlyMap<string, Distinct> {
  const found = new Map<string, { fields: Set<string>; days: boolean }>();
  for (const { expr } of columns) {
    walk(expr, (part) => {
      if (part.op !== 'aggregate' || part.fn !== 'distinct' || part.value === undefined) return;
      const own = found.get(part.from) ?? { fields: new Set<string>(), days: false };
      found.set(part.from, own);
      const types = new Map(input.collections.find(({ name }) => name === part.from)?.fields.map(({ name, type }) => [name, type]));
      walk(part.value, (inner) => {
        if (inner.op !== 'line') return;
        const type = types.get(inner.name);
        if (type === 'date' || type === 'datetime') own.days = true;
        else own.fields.add(inner.name);
      });
    });
  }
  return found;
}
