// What would move somebody: for each thing that can be changed, the smallest change by which a definition as it stands, its
// parameters frozen, gives a better tier. Every change that is told was tried: the record with it does get that tier.
import { type Definition, formatDay, parseDay, type TierOutput } from '@tierflow/definition';
import { DefinitionError, prepare } from '../program.ts';
import type { Reads } from '../reads.ts';
import { fallBy, moveBy } from './changes.ts';
import { dependenceOf, type Lever } from './levers.ts';
import type { LineMaking } from './line-maker.ts';
import {
  type JsonRecord,
  type KnownPopulation,
  type Move,
  type Moves,
  type Person,
  type Pull,
  type Setting,
  tierAt,
  unmoved,
} from './moves.ts';
import { nearestOn, type Path } from './path.ts';
import { type RankerOptions, tierRanker } from './ranker.ts';

export interface MoverOptions extends RankerOptions {
  /** Civil day on which records are decided, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The tiers node; the last one if not given. */
  readonly node?: string | undefined;
  readonly known?: KnownPopulation | undefined;
  /** Levers that can be pulled; numbers, lines and amounts if not given. The others are told, but nothing is tried with them. */
  readonly actionable?: ((lever: Lever) => boolean) | undefined;
}

/** The search of one definition, tiers node and day. */
export interface Mover {
  readonly tiers: TierOutput;
  readonly levers: readonly Pull[];
  /** Fields and collections that the tier depends on. */
  readonly reads: Reads;
  /** Everything that can be told of one person. */
  readonly explain: (record: unknown) => Moves;
  /** The smallest change of each lever only. */
  readonly nearest: (record: unknown) => readonly Move[];
}

const DAYS_AHEAD = 730;

/** Numbers and lines can be changed by default; who a person is cannot. */
export function actionableByType(lever: Lever): boolean {
  return lever.kind !== 'value';
}

/** Makes a definition ready for the search. Throws DefinitionError where it cannot be read, is not fitted or has no such node. */
export function mover(definition: Definition, options: MoverOptions): Mover {
  const prepared = prepare(definition);
  const asOf = parseDay(options.asOf);
  if (asOf === undefined) throw new DefinitionError('as-of.unreadable', options.asOf);
  const { tiers: nodes } = definition.outputs;
  const tiers = options.node === undefined ? nodes.at(-1) : nodes.find(({ node }) => node === options.node);
  if (tiers === undefined) throw new DefinitionError('definition.no-tiers', options.node ?? definition.name);
  const depends = dependenceOf(definition, prepared, tiers);
  const actionable = options.actionable ?? actionableByType;
  const levers = depends.levers.map((lever) => ({ lever, actionable: actionable(lever) }));
  const rank = tierRanker(prepared, tiers, options);
  const making = (name: string): LineMaking | undefined => {
    const collection = definition.input.collections.find((one) => one.name === name);
    const reads = depends.reads.collections.get(name);
    if (collection === undefined || reads === undefined) return undefined;
    const known = options.known?.lines(name);
    return { collection, reads, distinct: depends.distinct.get(name), known, asOf, civilDay: prepared.civilDay };
  };
  const setting: Setting = { definition, tiers, depends, known: options.known, making };
  const person = (record: unknown): Person => {
    const own = typeof record === 'object' && record !== null && !Array.isArray(record) ? (record as JsonRecord) : {};
    let tried = 0;
    const rankOf = (changed: JsonRecord, day = 0): number => {
      tried++;
      return rank(changed, asOf + day, day === 0 ? options.asOf : formatDay(asOf + day));
    };
    return { record: own, rank: rankOf(own), rankOf, tried: () => tried };
  };
  return {
    tiers,
    levers,
    reads: depends.reads,
    nearest: (record) => {
      const found = person(record);
      return levers.map((pull) => moveBy(pull, found, setting, false));
    },
    explain: (record) => explained(person(record), levers, setting),
  };
}

function explained(person: Person, levers: readonly Pull[], setting: Setting): Moves {
  const best = person.rank === 0;
  const moves = best ? levers.map((pull) => unmoved(pull, person)) : levers.map((pull) => moveBy(pull, person, setting, true));
  const falls = best ? levers.map((pull) => fallBy(pull, person, setting)) : [];
  const days = best ? (nearestOn(days730, (later) => person.rankOf(person.record, later) > 0) ?? null) : null;
  return { tier: tierAt(setting, person.rank), best, moves, falls: falls.filter(({ next }) => next !== null), days, tried: person.tried() };
}

const days730: Path = { count: DAYS_AHEAD, at: (day) => day, hints: [] };
