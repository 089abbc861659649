// Lists draw forms inside forms; they reach the drawing through this slot, so that modules do not import in a circle.
import type { FormField } from '@tierflow/compiler';
import { type ComponentType, createContext, useContext } from 'react';

export type FieldsComponent = ComponentType<{ readonly fields: readonly FormField[]; readonly base?: string }>;

export const FieldsSlot = createContext<FieldsComponent | null>(null);

/** What draws fields. */
export function useFields(): FieldsComponent {
  const fields = useContext(FieldsSlot);
  if (fields === null) throw new Error('outside of a form');
  return fields;
}
