// A condition field of a form.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Condition } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import { useSpeech } from '../../words/use-words.ts';
import { useColumnScope, wantedOf } from '../columns/column-scope.ts';
import { ConditionEditor } from '../condition/ConditionEditor.tsx';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field, remarksAt } from '../form/Field.tsx';

export function ConditionField({ field, path }: EditorProps<'condition'>) {
  const { t } = useSpeech();
  const state = useField(field, path);
  const columns = useColumnScope(wantedOf(field));
  const value = conditionIn(state.value);
  return (
    <Field {...frameOf(state, path)} remarks={remarksAt(state.form.diagnostics, path, false)}>
      {value === undefined ? (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => state.set({ all: [] })}>
          {t('conditions.start')}
        </Button>
      ) : (
        <ConditionEditor
          node={state.form.node}
          path={path}
          label={state.label}
          value={value}
          columns={columns}
          remarks={state.remarks}
          onChange={state.set}
        />
      )}
    </Field>
  );
}

function conditionIn(value: Json | undefined): Condition | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as unknown as Condition) : undefined;
}
