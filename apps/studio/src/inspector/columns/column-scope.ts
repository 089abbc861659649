// What a field with `of` reads: the lines of a collection, or the people that arrive.
import type { ValueType } from '@tierflow/definition';
import { useMemo } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import type { FieldOf } from '../form/editor-props.ts';
import { useForm, valueAt } from '../form/form-scope.ts';
import { type ColumnOption, lineOptions, scopeOptions } from './column-options.ts';

export interface ColumnScope {
  readonly options: readonly ColumnOption[];
  /** Data set whose import knows the fields among them. */
  readonly dataset: string | undefined;
  /** The collection whose lines are read; undefined for people. */
  readonly collection: string | undefined;
  readonly node: string;
}

interface Wanted {
  readonly of?: string | undefined;
  readonly types?: readonly ValueType[] | undefined;
}

/** Columns of the collection named at `of`; without one, of the people. */
export function useColumnScope({ of, types }: Wanted): ColumnScope {
  const { facts } = useStudio();
  const form = useForm();
  const compilation = useFacts((state) => state.compilation);
  const named = of === undefined ? undefined : valueAt(form, of);
  const name = typeof named === 'string' ? named : undefined;
  const scope = form.facts?.scope;
  const node = form.node.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the schema changes when the flow is compiled anew
  return useMemo(() => {
    const schema = facts.schema();
    const collection = name === undefined ? undefined : schema.collections.find((set) => set.name === name);
    if (collection !== undefined) return { options: lineOptions(collection.fields, types), dataset: name, collection: name, node };
    return { options: scope === undefined ? [] : scopeOptions(scope, types), dataset: schema.customers?.name, collection: undefined, node };
  }, [facts, compilation, name, scope, types, node]);
}

/** What a form field says of its columns. */
export function wantedOf(field: FieldOf<'column' | 'condition'>): Wanted {
  return { of: field.of, types: field.type === 'condition' ? undefined : field.types };
}
