// Fields that name a column, and fields that hold a column or a formula.
import { IconMathFunction } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { ColumnPicker } from '../columns/ColumnPicker.tsx';
import { useColumnScope, wantedOf } from '../columns/column-scope.ts';
import { nameOf } from '../condition/formula-row.ts';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';
import { FormulaSwitch } from './FormulaSwitch.tsx';
import { FormulaText } from './FormulaText.tsx';

export function ColumnEditor({ field, path }: EditorProps<'column' | 'value'>) {
  const { t } = useSpeech();
  const state = useField(field, path);
  const scope = useColumnScope(wantedOf(field));
  const value = typeof state.value === 'string' ? state.value : undefined;
  return (
    <Field {...frameOf(state, path)}>
      <ColumnPicker
        id={state.id}
        value={value}
        scope={scope}
        onChoose={({ name }) => state.set(name)}
        invalid={hasError(state.remarks)}
        {...(field.optional === true ? { emptyText: t('inspector.notSet') } : {})}
      />
    </Field>
  );
}

export function ValueEditor({ field, path }: EditorProps<'column' | 'value'>) {
  const state = useField(field, path);
  const { t } = useSpeech();
  const scope = useColumnScope(wantedOf(field));
  const [refusal, setRefusal] = useState<string | null>(null);
  const formula = formulaIn(state.value);
  const toFormula = () => state.set({ expr: typeof state.value === 'string' && state.value !== '' ? nameOf(state.value) : '0' });
  const toColumn = () => {
    const plain = formula?.trim().replace(/^`(.*)`$/, '$1');
    const option = scope.options.find(({ name }) => name === plain);
    if (option === undefined) setRefusal(t('inspector.notAColumn'));
    else {
      setRefusal(null);
      state.set(option.name);
    }
  };
  const tools = (
    <FormulaSwitch
      icon={IconMathFunction}
      on={formula !== undefined}
      label={state.label}
      onToggle={formula === undefined ? toFormula : toColumn}
      refusal={refusal}
    />
  );
  return (
    <Field {...frameOf(state, path)} tools={tools}>
      {formula === undefined ? (
        <ColumnPicker
          id={state.id}
          value={typeof state.value === 'string' ? state.value : undefined}
          scope={scope}
          onChoose={({ name }) => state.set(name)}
          invalid={hasError(state.remarks)}
          {...(field.optional === true ? { emptyText: t('inspector.notSet') } : {})}
        />
      ) : (
        <FormulaText
          id={state.id}
          path={`${path}.expr`}
          value={formula}
          remarks={state.remarks}
          label={state.label}
          line={scope.collection}
        />
      )}
    </Field>
  );
}

function hasError(remarks: readonly { readonly severity: string }[]): boolean {
  return remarks.some(({ severity }) => severity === 'error');
}

/** The text of `{expr}`; undefined for a column. */
function formulaIn(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'expr' in value ? String(value.expr) : undefined;
}
