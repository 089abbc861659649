// What the control of a field is given.
import type { FormField } from '@tierflow/compiler';
import type { Diagnostic, Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';
import { useId } from 'react';
import { remarksAt } from './Field.tsx';
import { type FormScope, useForm, valueAt } from './form-scope.ts';

type Member<F, T> = F extends { readonly type: infer U } ? ([T & U] extends [never] ? never : F) : never;

/** The form of a field of a type, as kinds declare it. */
export type FieldOf<T extends FormField['type']> = Member<FormField, T>;

export interface EditorProps<T extends FormField['type']> {
  readonly field: FieldOf<T>;
  /** Where in the config the value stands. */
  readonly path: string;
  /** What stands before the field's own path. */
  readonly base: string;
}

export interface FieldState {
  readonly id: string;
  readonly form: FormScope;
  /** What is set, else what the kind fills in. */
  readonly value: Json | undefined;
  /** What is set. */
  readonly own: Json | undefined;
  readonly label: string;
  readonly help: string | undefined;
  readonly remarks: readonly Diagnostic[];
  readonly set: (value: Json | undefined) => void;
  /** Takes an optional value away; undefined where there is nothing to take. */
  readonly clear: (() => void) | undefined;
}

/** Everything a control needs to know of its field. */
export function useField(field: FormField, path: string): FieldState {
  const form = useForm();
  const id = useId();
  const own = readPath(form.node.config, path);
  return {
    id,
    form,
    value: valueAt(form, path),
    own,
    label: form.word(field.label),
    help: form.hasWord(`${field.label}.help`) ? form.word(`${field.label}.help`) : undefined,
    remarks: remarksAt(form.diagnostics, path),
    set: (value) => form.set(path, value),
    clear: field.optional === true && own !== undefined && own !== null ? () => form.set(path, undefined) : undefined,
  };
}

/** The parts of a field's frame that are the same everywhere. */
export function frameOf({ id, label, help, remarks, clear }: FieldState, path: string) {
  return { path, label, help, remarks, controlId: id, onClear: clear } as const;
}
