// The columns at a place and the choice among them.
import { useMemo, useState } from 'react';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import type { PeoplePlace } from '../app/ui-store.ts';
import { shownFlow } from '../document/document-store.ts';
import { columnsLeaving, keepChoice, readChoice, type ShownColumn, shownColumns } from './people/columns.ts';

export interface TableColumns {
  /** Name of the field that holds the key. */
  readonly key: string;
  readonly all: readonly ShownColumn[];
  readonly shown: readonly ShownColumn[];
  readonly choose: (names: readonly string[] | undefined) => void;
}

/** Columns of a place, with those that are shown. */
export function useTableColumns(place: PeoplePlace): TableColumns {
  const { facts, storage } = useStudio();
  const flow = useDocument((state) => shownFlow(state)?.id ?? '');
  const known = useFacts((state) => state.compilation?.nodes.get(place.node));
  const [choice, setChoice] = useState(() => readChoice(storage, flow));
  return useMemo(() => {
    const schema = facts.schema();
    const key = schema.customers?.key ?? schema.collections[0]?.customer ?? '';
    const all = columnsLeaving(known, key);
    const choose = (names: readonly string[] | undefined) => {
      keepChoice(storage, flow, names);
      setChoice(names);
    };
    return { key, all, shown: shownColumns(all, choice), choose };
  }, [facts, storage, flow, known, choice]);
}
