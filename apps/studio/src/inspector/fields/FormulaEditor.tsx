// A formula field of a form.
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';
import { FormulaText } from './FormulaText.tsx';

export function FormulaEditor({ field, path }: EditorProps<'text' | 'formula'>) {
  const state = useField(field, path);
  return (
    <Field {...frameOf(state, path)}>
      <FormulaText
        id={state.id}
        label={state.label}
        path={path}
        value={typeof state.value === 'string' ? state.value : ''}
        remarks={state.remarks}
        optional={field.optional === true}
      />
    </Field>
  );
}
