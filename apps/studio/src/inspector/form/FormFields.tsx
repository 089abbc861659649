// Draws the fields a kind declares. Which control a type of field gets stands in one table.
import type { FormField } from '@tierflow/compiler';
import { type ComponentType, memo } from 'react';
import { ColumnEditor, ValueEditor } from '../fields/ColumnEditor.tsx';
import { ConditionField } from '../fields/ConditionField.tsx';
import { ChoiceFields } from '../fields/choice-fields.tsx';
import { FormulaEditor } from '../fields/FormulaEditor.tsx';
import { InputsEditor } from '../fields/InputsEditor.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { NumberEditor, PercentEditor } from '../fields/NumberEditor.tsx';
import { NumbersEditor, RangesEditor } from '../fields/NumbersEditor.tsx';
import { PlaybookField } from '../fields/PlaybookField.tsx';
import { DateEditor, TextEditor, TitleEditor, ToggleEditor } from '../fields/text-fields.tsx';
import type { EditorProps } from './editor-props.ts';
import { useForm, valueAt } from './form-scope.ts';

type Editors = { readonly [T in FormField['type']]: ComponentType<EditorProps<T>> };

const editors: Editors = {
  text: TextEditor,
  formula: FormulaEditor,
  number: NumberEditor,
  percent: PercentEditor,
  toggle: ToggleEditor,
  title: TitleEditor,
  date: DateEditor,
  select: ChoiceFields.Select,
  collection: ChoiceFields.Collection,
  data: ChoiceFields.Data,
  playbook: PlaybookField,
  inputs: InputsEditor,
  condition: ConditionField,
  column: ColumnEditor,
  value: ValueEditor,
  numbers: NumbersEditor,
  ranges: RangesEditor,
  list: ListEditor,
};

interface Props {
  readonly fields: readonly FormField[];
  /** What stands before the paths of the fields: empty, or an item of a list with a dot. */
  readonly base?: string;
}

/** The fields that are to be seen now. */
export function FormFields({ fields, base = '' }: Props) {
  const form = useForm();
  return fields
    .filter((field) => isShown(field, base, form))
    .map((field) => <OneField key={`${field.type} ${field.path}`} field={field} base={base} />);
}

const OneField = memo(function OneField({ field, base }: { readonly field: FormField; readonly base: string }) {
  const Editor = editors[field.type] as ComponentType<{ readonly field: FormField; readonly path: string; readonly base: string }>;
  return <Editor field={field} path={`${base}${field.path}`} base={base} />;
});

/** `when` speaks of a value beside the field: in a list, of the same item. */
function isShown({ when }: FormField, base: string, form: Parameters<typeof valueAt>[0]): boolean {
  if (when === undefined) return true;
  const value = valueAt(form, `${base}${when.path}`) ?? null;
  return when.is.some((wanted) => wanted === value);
}
