// Fields that choose one of a few: options of the kind, a collection, a data set.
import { NativeSelect } from '@mantine/core';
import { useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type EditorProps, type FieldState, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';

interface Option {
  readonly value: string | number;
  readonly label: string;
}

function Choice({
  state,
  path,
  options,
  optional,
}: {
  readonly state: FieldState;
  readonly path: string;
  readonly options: readonly Option[];
  readonly optional: boolean;
}) {
  const { t } = useSpeech();
  const { value } = state;
  const known = options.some((option) => option.value === value);
  const foreign =
    typeof value === 'string' || typeof value === 'number'
      ? [{ value: String(value), label: t('inspector.gone', { name: String(value) }) }]
      : [];
  const data = [
    ...(optional || (!known && foreign.length === 0) ? [{ value: '', label: '—' }] : []),
    ...(known ? [] : foreign),
    ...options.map((option) => ({ value: String(option.value), label: option.label })),
  ];
  const choose = (text: string) => {
    const option = options.find((each) => String(each.value) === text);
    if (option !== undefined) state.set(option.value);
    else if (text === '' && optional) state.set(undefined);
  };
  return (
    <Field {...frameOf(state, path)} onClear={undefined}>
      <NativeSelect
        id={state.id}
        size="xs"
        data={data}
        value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
        error={state.remarks.some(({ severity }) => severity === 'error')}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </Field>
  );
}

function Select({ field, path }: EditorProps<'select'>) {
  const state = useField(field, path);
  const options = field.options.map((option) => ({ value: option.value, label: state.form.word(option.label) }));
  return <Choice state={state} path={path} options={options} optional={field.optional === true} />;
}

function Collection({ field, path }: EditorProps<'collection'>) {
  const { facts } = useStudio();
  const state = useField(field, path);
  const options = [...facts.collections().keys()].map((name) => ({ value: name, label: name }));
  return <Choice state={state} path={path} options={options} optional={field.optional === true} />;
}

function Data({ field, path }: EditorProps<'data'>) {
  const { facts } = useStudio();
  const { t } = useSpeech();
  const state = useField(field, path);
  const schema = facts.schema();
  const options = [
    ...(schema.customers === undefined
      ? []
      : [{ value: schema.customers.name, label: t('inspector.allCustomers', { name: schema.customers.name }) }]),
    ...schema.collections.map(({ name }) => ({ value: name, label: t('inspector.withLines', { name }) })),
  ];
  return <Choice state={state} path={path} options={options} optional={field.optional === true} />;
}

/** By type of field. */
export const ChoiceFields = { Select, Collection, Data } as const;
