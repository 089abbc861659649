// Controls for texts, titles, switches and days.
import { Switch, Textarea, TextInput } from '@mantine/core';
import type { Json } from '@tierflow/definition';
import type { Title } from '@tierflow/flow';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';
import { useDraft } from '../form/use-draft.ts';
import { TitleControl } from './TitleControl.tsx';

export function TextEditor({ field, path }: EditorProps<'text' | 'formula'>) {
  const state = useField(field, path);
  const commit = (text: string) => {
    state.set(text === '' && field.optional === true ? undefined : text);
    return true;
  };
  const draft = useDraft({ value: typeof state.value === 'string' ? state.value : '', commit, multiline: field.multiline === true });
  return (
    <Field {...frameOf(state, path)}>
      {field.multiline === true ? (
        <Textarea id={state.id} size="xs" autosize minRows={3} maxRows={16} {...draft.bind} />
      ) : (
        <TextInput id={state.id} size="xs" {...draft.bind} />
      )}
    </Field>
  );
}

export function TitleEditor({ field, path }: EditorProps<'title'>) {
  const state = useField(field, path);
  const set = (title: Title | null) => state.set(title === null ? (field.optional === true ? undefined : '') : (title as Json));
  return (
    <Field {...frameOf(state, path)}>
      <TitleControl id={state.id} value={titleOf(state.value)} onCommit={set} label={state.label} />
    </Field>
  );
}

/** A title as it stands in a config; null where there is none. */
export function titleOf(value: Json | undefined): Title | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'object' && value !== null && 'en' in value ? (value as unknown as Title) : null;
}

export function ToggleEditor({ field, path }: EditorProps<'toggle'>) {
  const state = useField(field, path);
  return (
    <Field {...frameOf(state, path)} inline>
      <Switch id={state.id} size="sm" checked={state.value === true} onChange={(event) => state.set(event.currentTarget.checked)} />
    </Field>
  );
}

export function DateEditor({ field, path }: EditorProps<'date'>) {
  const state = useField(field, path);
  const commit = (text: string) => {
    if (text === '' && field.optional !== true) return false;
    state.set(text === '' ? undefined : text);
    return true;
  };
  const draft = useDraft({ value: typeof state.value === 'string' ? state.value : '', commit });
  return (
    <Field {...frameOf(state, path)}>
      <TextInput id={state.id} size="xs" type="date" max="9999-12-31" {...draft.bind} />
    </Field>
  );
}
