// Everything the picture of ABC classes shows, from the document and the counts.
import type { Shares } from '@tierflow/api';
import { readPath } from '@tierflow/flow';
import { useEffect } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { tierColor } from '../../design/tokens.ts';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';
import { endsOf } from './class-shares.ts';

/** The end of a class moved to a share. */
export interface Moved {
  readonly at: number;
  readonly share: number;
}

export interface ClassView {
  readonly letter: string;
  readonly fill: string;
  readonly text: string;
  /** Undefined for the last class. */
  readonly end: number | undefined;
  readonly n: number | undefined;
  readonly sum: number | undefined;
}

export interface ClassesView {
  readonly ends: readonly number[];
  readonly classes: readonly ClassView[];
  readonly shares: Shares | undefined;
  /** People without a positive value. */
  readonly rest: number | undefined;
  /** People that reach the node. */
  readonly arrive: number | undefined;
  readonly all: number | undefined;
  readonly current: boolean;
}

/** @param counted what the counts on the screen belong to, while something is held */
export function useClasses(held: Moved | null, counted: Moved | null): ClassesView {
  const { facts } = useStudio();
  const form = useForm();
  const { id } = form.node;
  const by = String(valueAt(form, 'as') ?? '');
  useEffect(() => facts.want({ shares: [{ node: id, of: 'value', by }] }), [facts, id, by]);
  const shares = useFacts((state) => state.shares.get(`${id}.value.${by}`)?.value);
  const { count, current } = useNodeNumbers(id);
  const done = useDocument((state) => state.history?.present.nodes.find((node) => node.id === id)?.config);
  // While a line is held, classes are shown as counted last: a line and its numbers always belong together.
  const kept = held === null || done === undefined ? undefined : readPath(done, 'shares');
  const typed = endsOf(kept ?? valueAt(form, 'shares'));
  const ends = counted === null ? typed : typed.map((end, at) => (at === counted.at ? counted.share : end));
  const group = (value: string | null) => shares?.groups.find((each) => each.value === value) ?? { n: 0, sum: 0 };
  const known = shares !== undefined;
  return {
    ends,
    classes: Array.from({ length: ends.length + 1 }, (_, at) => {
      const letter = String.fromCharCode(65 + at);
      const { n, sum } = group(letter);
      const { fill, text } = tierColor(at, ends.length + 1);
      return { letter, fill, text, end: ends[at], n: known ? n : undefined, sum: known ? sum : undefined };
    }),
    shares,
    rest: known ? group(null).n : undefined,
    arrive: count?.n ?? undefined,
    all: count?.of,
    current: current || counted !== null,
  };
}
