// What the data shows of a field: least and most, decimals, what is usual. So nothing impossible is told of anybody.
import type { CollectionData, ColumnData, KnownField, KnownPopulation, StringColumn } from '@tierflow/evaluator';
import { type Flow, leverOf } from '@tierflow/flow';
import type { Bench } from '../workbench.ts';

/** What a bench's data shows, within the bounds that a flow sets. Looked at once per field. */
export function knownPopulation({ table, known }: Pick<Bench, 'table' | 'known'>, flow: Pick<Flow, 'levers'>): KnownPopulation {
  const field = (column: ColumnData | undefined, name: string, collection?: string): KnownField | undefined => {
    if (column === undefined) return undefined;
    const path = JSON.stringify([collection ?? null, name]);
    const found = known.get(path) ?? knownColumn(column);
    known.set(path, found);
    const bounds = leverOf(flow, collection === undefined ? { field: name } : { collection, field: name });
    return {
      ...found,
      ...(bounds?.min === undefined ? {} : { min: bounds.min }),
      ...(bounds?.max === undefined ? {} : { max: bounds.max }),
    };
  };
  return {
    field: (name) => field(own(table.fields, name), name),
    lines: (collection) => {
      const lines = own(table.collections, collection);
      if (lines === undefined) return undefined;
      const bound = leverOf(flow, { collection })?.max;
      return { most: bound ?? mostLines(lines), field: (name) => field(own(lines.fields, name), name, collection) };
    },
  };
}

function own<T>(members: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function mostLines({ start, end }: CollectionData): number {
  let most = 0;
  for (let row = 0; row < start.length; row++) most = Math.max(most, (end[row] ?? 0) - (start[row] ?? 0));
  return most;
}

function knownColumn(column: ColumnData): KnownField {
  if (column.type === 'number') return knownNumbers(column.values);
  if (column.type === 'string') return knownTexts(column);
  if (column.type !== 'boolean') return {};
  const counts = [0, 0, 0];
  for (const value of column.values) counts[value]! += 1;
  return counts[0] === 0 && counts[1] === 0 ? {} : { usual: (counts[1] ?? 0) > (counts[0] ?? 0) };
}

function knownNumbers(values: Float64Array): KnownField {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return {};
  return {
    min: sorted[0] as number,
    max: sorted.at(-1) as number,
    usual: sorted[(sorted.length - 1) >> 1] as number,
    decimals: decimalsOf(sorted),
  };
}

const MAX_DECIMALS = 6;

/** Decimals that all values are written with, at most six. */
function decimalsOf(values: Float64Array): number {
  let decimals = 0;
  let scale = 1;
  for (const value of values) {
    while (decimals < MAX_DECIMALS && Math.round(value * scale) / scale !== value) {
      decimals++;
      scale *= 10;
    }
    if (decimals === MAX_DECIMALS) break;
  }
  return decimals;
}

/** The most frequent text; of several the first in order, so that the order of rows is nothing to it. */
function knownTexts({ codes, dictionary }: StringColumn): KnownField {
  const counts = new Uint32Array(dictionary.length);
  for (const code of codes) counts[code]! += 1;
  let usual: string | undefined;
  let most = 0;
  for (let code = 1; code < dictionary.length; code++) {
    const [n, text] = [counts[code] as number, dictionary[code] as string];
    if (n < most || n === 0 || (n === most && usual !== undefined && usual <= text)) continue;
    most = n;
    usual = text;
  }
  return usual === undefined ? {} : { usual };
}
