// The changes of one lever: a number moved, a value replaced, lines added.
import type { Json } from '@tierflow/definition';
import { decimalsOf, type Grid, gridOf, type NumberUse, waysFrom } from './grid.ts';
import type { Lever } from './levers.ts';
import { type KnownField, type LineMaking, newLines, usualLine } from './line-maker.ts';
import { type Change, type JsonRecord, type Move, own, type Person, type Pull, type Setting, tierAt, unmoved } from './moves.ts';
import { placesOf } from './path.ts';
import { nearestValue, type Reached, type Step, type Walk, walked } from './walk.ts';

const MAX_NEW_LINES = 100;

/** What a lever does for a person; `whole` asks for the best tier in reach as well. */
export function moveBy(pull: Pull, person: Person, setting: Setting, whole: boolean): Move {
  const { lever } = pull;
  const move = unmoved(pull, person);
  if (person.rank === 0 || !pull.actionable) return move;
  switch (lever.kind) {
    case 'number':
      return { ...move, ...byNumber(lever.field, person, setting, whole) };
    case 'value':
      return { ...move, ...byValue(lever.field, person, setting) };
    case 'lines':
    case 'amount':
      return { ...move, ...byLines(lever, person, setting, whole) };
  }
}

type Found = Pick<Move, 'next' | 'top'> & Partial<Pick<Move, 'example' | 'line'>>;

const NOTHING: Found = { next: null, top: null };

const NO_USE: NumberUse = { cuts: [], onlyCuts: false };
/** Where no bound is known, numbers up to so many times the largest number at hand are tried. */
const FAR = 1000;

function gridFor(value: number, { cuts }: NumberUse, known: KnownField | undefined): Grid {
  const typed = cuts.map((cut) => Math.min(2, decimalsOf(cut)));
  const decimals = known?.decimals ?? Math.max(decimalsOf(value), ...typed);
  const far = FAR * Math.max(1, Math.abs(value), ...cuts.map(Math.abs));
  return gridOf(decimals, known?.min ?? (value < 0 ? -far : 0), known?.max ?? far);
}

function numberWalk(field: string, value: number, person: Person, { depends, known }: Setting): Walk {
  const use = depends.numbers.get(field) ?? NO_USE;
  const grid = gridFor(value, use, known?.field(field));
  return {
    ways: waysFrom(value, grid, use),
    rankAt: rankWith(field, person),
    sizeOf: (to) => distance(value, to, grid),
  };
}

/** The place of the tier with another value in a field. */
function rankWith(field: string, { record, rankOf }: Person): (value: Json) => number {
  const changed = { ...record };
  return (value) => {
    changed[field] = value;
    return rankOf(changed);
  };
}

/** Without the noise that a difference of decimals has. */
function distance(from: number, to: number, { scale }: Grid): number {
  const finer = Math.max(scale, 10 ** decimalsOf(from));
  return Math.round(Math.abs(to - from) * finer) / finer;
}

function byNumber(field: string, person: Person, setting: Setting, whole: boolean): Found {
  const value = own(person.record, field);
  if (typeof value === 'number') return toldOf(walked(numberWalk(field, value, person, setting), person.rank, whole), setting);
  return filledIn(field, exampleNumbers(field, setting), person, setting);
}

/** For a number that is missing: the usual one first, then from there on where something changes. */
function exampleNumbers(field: string, { depends, known }: Setting): readonly number[] {
  const of = known?.field(field);
  const use = depends.numbers.get(field) ?? NO_USE;
  const usual = typeof of?.usual === 'number' ? of.usual : 0;
  const ends = [of?.min, of?.max].filter((end) => end !== undefined);
  const [up, down] = waysFrom(usual, gridFor(usual, use, of), use);
  const places = [up, down].flatMap((path) => placesOf(path).map((step) => path.at(step)));
  const sorted = [...places, ...ends].sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual));
  return of?.usual === undefined ? sorted : [usual, ...sorted];
}

function toldOf({ next, top }: Reached, setting: Setting): Found {
  const told = (step: Step | null): Change | null =>
    step === null ? null : { tier: tierAt(setting, step.rank), to: step.to, size: step.size };
  return { next: told(next), top: told(top) };
}

function filledIn(field: string, values: readonly Json[], person: Person, setting: Setting): Found {
  const rankAt = rankWith(field, person);
  for (const value of values) {
    const rank = rankAt(value);
    if (rank < person.rank) return { next: { tier: tierAt(setting, rank), to: value, size: null }, top: null, example: true };
  }
  return NOTHING;
}

/** Of the values that the definition names the one that gives the next tier; of several the first named. */
function byValue(field: string, person: Person, setting: Setting): Found {
  const { definition, depends } = setting;
  const now = own(person.record, field);
  const isBoolean = definition.input.fields.find(({ name }) => name === field)?.type === 'boolean';
  const named: readonly Json[] = isBoolean ? [true, false] : (depends.texts.get(field) ?? []);
  const rankAt = rankWith(field, person);
  const tries = named
    .filter((value) => value !== now)
    .map((value) => ({ value, rank: rankAt(value) }))
    .filter(({ rank }) => rank < person.rank);
  const [best, worst] = [Math.min(...tries.map(({ rank }) => rank)), Math.max(...tries.map(({ rank }) => rank))];
  const change = (wanted: number): Change | null => {
    const found = tries.find(({ rank }) => rank === wanted);
    return found === undefined ? null : { tier: tierAt(setting, found.rank), to: found.value, size: null };
  };
  return { next: change(worst), top: best < worst ? change(best) : null, example: now === undefined || now === null };
}

function byLines(lever: Extract<Lever, { collection: string }>, person: Person, setting: Setting, whole: boolean): Found {
  const making = setting.making(lever.collection);
  const stored = own(person.record, lever.collection) ?? [];
  if (making === undefined || !Array.isArray(stored)) return NOTHING;
  const lines = stored as readonly Json[];
  const usual = usualLine(lines.filter(isRecord), making);
  const apart = lever.kind === 'lines' && making.distinct?.days === true;
  const changed = { ...person.record };
  const rankWithLines = (added: readonly JsonRecord[]): number => {
    changed[lever.collection] = [...lines, ...added];
    return person.rankOf(changed);
  };
  for (const line of [usual.values, ...otherLines(usual.values, making, setting)]) {
    const more = newLines(line, making);
    const walk =
      lever.kind === 'lines'
        ? linesWalk(making, (n) => rankWithLines(Array.from({ length: n }, (_, at) => more(at + 1))))
        : amountWalk(lever.field, line, making, (amount) => rankWithLines([{ ...more(1), [lever.field]: amount }]));
    const found = toldOf(walked(walk, person.rank, whole), setting);
    if (found.next !== null) return { ...found, line: { ...usual, values: line, apart } };
  }
  return { ...NOTHING, line: { ...usual, apart } };
}

function isRecord(json: Json): json is JsonRecord {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Of lines that are not the usual ones so many are tried. */
const MAX_OTHER_LINES = 8;

/** The usual line with one text replaced by another that the definition names: an order that is paid, not cancelled. */
function otherLines(line: JsonRecord, { collection, distinct }: LineMaking, { depends }: Setting): readonly JsonRecord[] {
  const others = collection.fields.flatMap(({ name }) => {
    if (distinct?.fields.has(name) === true) return [];
    const texts = depends.texts.get(`${collection.name}.${name}`) ?? [];
    return texts.filter((text) => text !== line[name]).map((text) => ({ ...line, [name]: text }));
  });
  return others.slice(0, MAX_OTHER_LINES);
}

function linesWalk({ known }: LineMaking, rankAt: (n: number) => number): Walk {
  const count = Math.min(MAX_NEW_LINES, Math.max(1, known?.most ?? MAX_NEW_LINES));
  return { ways: [{ count, at: (n) => n, hints: [] }], rankAt, sizeOf: (n) => n };
}

/** Amounts of one more line, from nothing upwards. */
function amountWalk(field: string, line: JsonRecord, { known }: LineMaking, rankAt: (amount: number) => number): Walk {
  const of = known?.field(field);
  const now = line[field];
  const grid = gridFor(typeof now === 'number' ? Math.abs(now) : 0, NO_USE, { ...of, min: Math.max(0, of?.min ?? 0) });
  const [up] = waysFrom(0, grid, NO_USE);
  return { ways: [up], rankAt, sizeOf: (amount) => amount };
}

/** How far a number can go before the best tier is lost. */
export function fallBy(pull: Pull, person: Person, setting: Setting): Move {
  const { lever } = pull;
  const move = unmoved(pull, person);
  if (!pull.actionable || lever.kind !== 'number' || typeof move.from !== 'number') return move;
  const walk = numberWalk(lever.field, move.from, person, setting);
  const value = nearestValue(walk, (to) => walk.rankAt(to) > person.rank);
  if (value === undefined) return move;
  return { ...move, next: { tier: tierAt(setting, walk.rankAt(value)), to: value, size: walk.sizeOf(value) } };
}
