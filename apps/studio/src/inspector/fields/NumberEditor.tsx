// Number and percent fields of a form.
import { useSpeech } from '../../words/use-words.ts';
import { shifted } from '../form/decimal-text.ts';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';
import { NumberControl } from './NumberControl.tsx';
import { unitText } from './unit-text.ts';

export function NumberEditor({ field, path }: EditorProps<'number'>) {
  const state = useField(field, path);
  const { t } = useSpeech();
  const empty = field.nullable === true ? null : undefined;
  const unset = state.own === undefined ? state.value : undefined;
  return (
    <Field {...frameOf(state, path)}>
      <NumberControl
        id={state.id}
        value={typeof state.value === 'number' ? state.value : null}
        canBeEmpty={field.nullable === true || field.optional === true}
        onCommit={(value) => state.set(value ?? empty)}
        step={field.step}
        min={field.min}
        max={field.max}
        unit={field.unit === undefined ? undefined : unitText(t, field.unit)}
        placeholder={typeof unset === 'number' ? String(unset) : undefined}
      />
    </Field>
  );
}

export function PercentEditor({ field, path }: EditorProps<'percent'>) {
  const state = useField(field, path);
  return (
    <Field {...frameOf(state, path)}>
      <NumberControl
        id={state.id}
        value={typeof state.value === 'number' ? shifted(state.value, 2) : null}
        canBeEmpty={field.optional === true}
        onCommit={(value) => state.set(value === null ? undefined : shifted(value, -2))}
        min={0}
        max={100}
        unit="%"
      />
    </Field>
  );
}
