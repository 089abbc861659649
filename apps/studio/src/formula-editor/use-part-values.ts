// The values of a formula's parts for the customer chosen.
import type { FormulaScope } from '@tierflow/expression';
import { useMemo } from 'react';
import { useDocument, useUi } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';
import { cellText } from '../drawer/people/cell-text.ts';
import { useSpeech } from '../words/use-words.ts';
import { type PartValue, partValues } from './part-values.ts';
import { useKnownCustomer } from './use-known-customer.ts';

export interface ValuesOfParts {
  readonly customer: string | null;
  readonly parts: readonly PartValue[];
  readonly state: 'none' | 'waiting' | 'failed' | 'there';
  readonly textOf: (part: PartValue) => string;
}

const nobody: readonly PartValue[] = [];

export function usePartValues(text: string, scope: FormulaScope): ValuesOfParts {
  const speech = useSpeech();
  const customer = useUi((state) => state.sampleKey);
  const timeZone = useDocument((state) => shownFlow(state)?.timeZone ?? 'UTC');
  const known = useKnownCustomer(scope.line === undefined ? customer : null);
  const { data } = known;
  const parts = useMemo(
    () => (customer === null || data === undefined ? nobody : partValues(text, scope, data, timeZone)),
    [customer, data, text, scope, timeZone],
  );
  const state = customer === null ? 'none' : data !== undefined ? 'there' : known.isError ? 'failed' : 'waiting';
  return useMemo(() => {
    const [noResult, noValue] = [speech.t('formula.noResult'), speech.t('formula.noValue')];
    return {
      customer,
      parts,
      state,
      textOf: ({ value, type, error }) => (error ? noResult : value === null ? noValue : cellText(value, { type }, speech)),
    };
  }, [customer, parts, state, speech]);
}
