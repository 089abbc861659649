// Fields that name a column, and fields that hold a column or a formula.
import { formulaName } from '@tierflow/expression';
import { useSpeech } from '../../words/use-words.ts';
import { ColumnPicker } from '../columns/ColumnPicker.tsx';
import { useColumnScope, wantedOf } from '../columns/column-scope.ts';
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
  const formula = formulaIn(state.value);
  const plain = formula?.trim().replace(/^`(.*)`$/, '$1');
  const column = scope.options.find(({ name }) => name === plain)?.name;
  const toFormula = () => state.set({ expr: formulaName(typeof state.value === 'string' ? state.value : '') ?? '0' });
  const tools = (
    <FormulaSwitch
      on={formula !== undefined}
      label={state.label}
      onToggle={formula === undefined ? toFormula : () => state.set(column)}
      refusal={formula === undefined || column !== undefined ? null : t('inspector.notAColumn')}
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
