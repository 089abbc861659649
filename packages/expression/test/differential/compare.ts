// Our answers beside jsonata's: the same, or a difference of a named class, or unexplained.
import type { Jsonata } from './ask-jsonata.ts';
import { type Departure, departureNames, departures } from './departures.ts';
import type { Query, TheirAnswer } from './jsonata-oracle.ts';
import type { Arose } from './jsonata-tree.ts';
import type { OurAnswer } from './our-answers.ts';

const others = {
  same: 'same',
  sameError: 'same error',
  notFinite: 'not finite: our error where it arises, theirs where it is used, or never',
  idle: 'not finite in a part that does not matter: their error, not evaluated here',
  tooLong: 'a text that is too long: our error',
  manyDigits: 'a number of more than 21 digits by a picture: our error',
  several: 'several departures at once',
} as const;

export type Class = (typeof others)[keyof typeof others] | (typeof departures)[Departure];

/** Every class a pair can fall in. */
export const classes: readonly Class[] = [...Object.values(others), ...Object.values(departures)];

/** What jsonata answers once a number that is not finite has come up somewhere. */
const NOT_FINITE = new Set(['not finite', 'T2001', 'T2002', 'D1001', 'D3001']);

/** Our codes of errors of a row, and the codes of jsonata's that say the same. */
const SAME_ERRORS: Readonly<Record<string, readonly string[]>> = {
  'number.unreadable': ['D3030'],
  'number.out-of-range': ['D3060', 'D3061', 'D3100'],
  'date.unreadable': ['D3110'],
};

/** Two answers that should be one. */
export interface Pair {
  readonly source: string;
  readonly row: number;
  readonly ours: OurAnswer;
  readonly theirs: TheirAnswer;
}

export interface Compared {
  readonly source: string;
  readonly ours: readonly OurAnswer[];
  readonly theirs: readonly TheirAnswer[];
}

/** Sorts pairs of answers into classes; those that differ at first sight stay open. */
export function compare(formulas: readonly Compared[]): { readonly counts: ReadonlyMap<Class, number>; readonly open: readonly Pair[] } {
  const counts = new Map<Class, number>();
  const open: Pair[] = [];
  for (const { source, ours, theirs } of formulas) {
    for (const [row, answer] of ours.entries()) {
      const pair: Pair = { source, row, ours: answer, theirs: theirs[row] ?? { error: 'no answer' } };
      const agreed = agreement(pair);
      if (agreed === undefined) open.push(pair);
      else counts.set(agreed, (counts.get(agreed) ?? 0) + 1);
    }
  }
  return { counts, open };
}

/** One way to ask jsonata again, and what its answers say. */
interface Attempt {
  readonly queries: readonly Omit<Query, 'questions'>[];
  readonly judge: (pairs: readonly Pair[]) => Class | undefined;
}

const agrees = (pair: Pair | undefined): boolean => pair !== undefined && agreement(pair) !== undefined;

/** A part that fails but does not matter answers the same with nothing and with a number in its place. */
const fillings = [{}, { hole: 4.25 }];
const alone = departureNames.filter((name) => name !== 'idle' && name !== 'unpicked');
/** A list cannot be taken for missing and for empty at once. */
const together = (['emptyLists', 'missingLists'] as const).map((one) => alone.filter((name) => name !== one));

const explains = (pair: Pair | undefined): boolean => agrees(pair) || ofNumbers(pair) !== undefined;

/** Ours is an error, and so is theirs, or a number that is not finite has come up there. */
const failsAlike = (pair: Pair | undefined): boolean => pair !== undefined && 'error' in pair.ours && explains(pair);

const attempts: readonly Attempt[] = [
  { queries: [{ departures: [], watch: true }], judge: ([pair]) => ofNumbers(pair) },
  ...alone.map(
    (name): Attempt => ({ queries: [{ departures: [name] }], judge: ([pair]) => (agrees(pair) ? departures[name] : undefined) }),
  ),
  {
    queries: [{ departures: ['unpicked'], watch: true }],
    judge: ([pair]) => (failsAlike(pair) ? departures.unpicked : undefined),
  },
  {
    queries: fillings.map((filling) => ({ departures: ['idle'], ...filling })),
    judge: (pairs) => (pairs.every((pair) => 'value' in pair.ours && agrees(pair)) ? departures.idle : undefined),
  },
  ...[['number'], ['sqrt', 'power']].map(
    (failing): Attempt => ({
      queries: fillings.map((filling) => ({ departures: ['idle'], failing, ...filling })),
      judge: (pairs) => (pairs.every((pair) => 'error' in pair.ours && agrees(pair)) ? departures.idle : undefined),
    }),
  ),
  ...together.flatMap((some): readonly Attempt[] => [
    { queries: [{ departures: some, watch: true }], judge: ([pair]) => (explains(pair) ? others.several : undefined) },
    {
      queries: fillings.map((filling) => ({ departures: [...some, 'idle'], watch: true, ...filling })),
      judge: (pairs) => (pairs.every(explains) ? others.several : undefined),
    },
    ...[['number'], ['sqrt', 'power']].map(
      (failing): Attempt => ({
        queries: fillings.map((filling) => ({ departures: [...some, 'idle'], failing, ...filling })),
        judge: (pairs) => (pairs.every(failsAlike) ? others.several : undefined),
      }),
    ),
    {
      queries: fillings.map((filling) => ({ departures: [...some, 'idle', 'unpicked'], watch: true, ...filling })),
      judge: (pairs) => (pairs.every(failsAlike) ? others.several : undefined),
    },
  ]),
];

/** Asks jsonata again about open pairs, brought to our rules one after the other; what no rule explains comes back open. */
export async function explain(pairs: readonly Pair[], { ask }: Jsonata): Promise<ReturnType<typeof compare>> {
  const counts = new Map<Class, number>();
  let open = pairs;
  for (const { queries, judge } of attempts) {
    const bySource = [...Map.groupBy(open, ({ source }) => source)];
    const questions = bySource.map(([source, some]) => ({ source, rows: some.map(({ row }) => row) }));
    const answers = await Promise.all(open.length === 0 ? [] : queries.map((query) => ask({ questions, ...query })));
    open = bySource.flatMap(([, some], at) =>
      some.filter((pair, place) => {
        const again = answers.map((one) => ({ ...pair, theirs: one[at]?.[place] ?? { error: 'no answer' } }));
        const found = judge(again);
        if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
        return found === undefined;
      }),
    );
  }
  return { counts, open };
}

function agreement({ ours, theirs }: Pair): Class | undefined {
  if ('value' in ours) return 'value' in theirs && ours.value === theirs.value ? others.same : undefined;
  if ('error' in theirs) return SAME_ERRORS[ours.error]?.includes(theirs.error) === true ? others.sameError : undefined;
  return ours.error === 'text.too-long' ? others.tooLong : undefined;
}

/** What we tell must have come up in jsonata too. */
function ofNumbers(pair: Pair | undefined): Class | undefined {
  if (pair === undefined) return undefined;
  const { ours, theirs } = pair;
  const arose = (what: Arose): boolean => theirs.arose?.includes(what) === true;
  if ('value' in ours) return 'error' in theirs && NOT_FINITE.has(theirs.error) && arose('not finite') ? others.idle : undefined;
  if (ours.error !== 'number.not-finite' && ours.error !== 'number.out-of-range') return undefined;
  if (ours.error === 'number.out-of-range' && arose('many digits')) return others.manyDigits;
  if (arose('not finite')) return others.notFinite;
  // A picture in per cent makes a number a hundred times as large first.
  return arose('many digits') ? others.manyDigits : undefined;
}
