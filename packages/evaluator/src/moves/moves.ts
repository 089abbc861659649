// What is told of a person: the changes that would move them.
import type { Definition, Json, TierOutput } from '@tierflow/definition';
import type { Dependence, Lever } from './levers.ts';
import type { KnownField, KnownLines, LineMaking, UsualLine } from './line-maker.ts';

/** What is known of the population: bounds so that nothing impossible is told, decimals, usual values. Asked for what the tier depends on only. */
export interface KnownPopulation {
  readonly field: (name: string) => KnownField | undefined;
  readonly lines: (collection: string) => KnownLines | undefined;
}

/** A change and the tier it gives; null is no tier. */
export interface Change {
  readonly tier: string | null;
  /** The value of a field afterwards, the number of new lines, or the amount of the one new line. */
  readonly to: Json;
  /** How much: the distance of numbers, the new lines, the amount; null where a value takes the place of another. */
  readonly size: number | null;
}

/** A lever, and whether it can be pulled. */
export interface Pull {
  readonly lever: Lever;
  readonly actionable: boolean;
}

export interface Move extends Pull {
  /** The value now; null where it is missing or the lever is about lines. */
  readonly from: Json;
  /** The smallest change to a better tier; null where none was found. */
  readonly next: Change | null;
  /** The smallest change to the best tier in reach, where that is better still. */
  readonly top: Change | null;
  /** Nothing is known of the person here: `next` is one value that would do, not the smallest. */
  readonly example: boolean;
  /** The new line that was tried, and whose usual line it comes from; `apart`: several are dated on one day each, backwards. */
  readonly line?: UsualLine & { readonly apart: boolean };
}

export interface Moves {
  readonly tier: string | null;
  /** Already in the best tier. */
  readonly best: boolean;
  readonly moves: readonly Move[];
  /** For somebody in the best tier: the smallest change of each number by which it is lost. */
  readonly falls: readonly Move[];
  /** For somebody in the best tier: days until it is lost if nothing happens; null where that is not within two years. */
  readonly days: number | null;
  /** Records tried. */
  readonly tried: number;
}

/** A record, or a line of one. */
export type JsonRecord = { readonly [name: string]: Json };

/** What a search looks at, whoever the person is. */
export interface Setting {
  readonly definition: Definition;
  readonly tiers: TierOutput;
  readonly depends: Dependence;
  readonly known: KnownPopulation | undefined;
  readonly making: (collection: string) => LineMaking | undefined;
}

export interface Person {
  readonly record: JsonRecord;
  /** Place of the tier they have. */
  readonly rank: number;
  readonly rankOf: (record: JsonRecord, daysLater?: number) => number;
  readonly tried: () => number;
}

/** The tier of a place; null behind the last. */
export function tierAt({ tiers }: Setting, rank: number): string | null {
  return tiers.bands[rank]?.id ?? null;
}

/** The value of a lever's field. */
function valueNow(lever: Lever, { record }: Person): Json {
  return lever.kind === 'number' || lever.kind === 'value' ? (own(record, lever.field) ?? null) : null;
}

/** A member that is the record's own. */
export function own(record: JsonRecord, name: string): Json | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Nothing found. */
export function unmoved(pull: Pull, person: Person): Move {
  return { ...pull, from: valueNow(pull.lever, person), next: null, top: null, example: false };
}
