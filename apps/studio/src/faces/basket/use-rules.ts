// The fitted rules of the node on the screen, with the people each of them gives its recommendation now.
import { useEffect, useMemo } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { type FoundRules, foundRules } from './rules.ts';

/** As many bins as the runtime counts. */
const mostBins = 400;

export interface RulesView {
  readonly found: FoundRules | undefined;
  /** People by number of the rule; undefined while it is not counted, or where too many rules are in use. */
  readonly people: ReadonlyMap<number, number> | undefined;
  readonly current: boolean;
}

export function useRules(): RulesView {
  const { facts } = useStudio();
  const form = useForm();
  const { id } = form.node;
  const column = `${String(valueAt(form, 'as') ?? '')}Rule`;
  useEffect(() => facts.want({ columns: [{ node: id, column, bins: mostBins }] }), [facts, id, column]);
  const value = useFacts((state) => state.preview.answer?.parameters[`${id}.rules`]);
  const counted = useFacts((state) => state.histograms.get(`${id}.${column}`));
  const current = useFacts((state) => counted?.print === state.prints.get(id));
  const found = useMemo(() => foundRules(value), [value]);
  const people = useMemo(() => {
    const values = counted?.value.values ?? undefined;
    return values === undefined ? undefined : new Map(values.map((each) => [Number(each.value), each.n]));
  }, [counted]);
  return { found, people, current };
}
