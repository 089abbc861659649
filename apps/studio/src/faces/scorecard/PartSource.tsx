// What a part of a score reads: a column, or a formula, with the switch between them.
import type { Json } from '@tierflow/definition';
import { formulaName } from '@tierflow/expression';
import { readPath } from '@tierflow/flow';
import { ColumnPicker } from '../../inspector/columns/ColumnPicker.tsx';
import { useColumnScope } from '../../inspector/columns/column-scope.ts';
import { FormulaSwitch } from '../../inspector/fields/FormulaSwitch.tsx';
import { FormulaText } from '../../inspector/fields/FormulaText.tsx';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { Part } from './parts.ts';
import classes from './scorecard.module.css';

const numbers = ['number'] as const;

export function PartSource({ part, path }: { readonly part: Part; readonly path: string }) {
  const { t } = useSpeech();
  const form = useForm();
  const scope = useColumnScope({ types: numbers });
  const remarks = [...remarksAt(form.diagnostics, `${path}.field`), ...remarksAt(form.diagnostics, `${path}.expr`)];
  const rest = () => {
    const { field: _, expr: __, ...others } = (readPath(form.node.config, path) ?? {}) as { readonly [name: string]: Json };
    return others;
  };
  const plain = part.expr?.trim().replace(/^`(.*)`$/, '$1');
  const column = scope.options.find((option) => option.name === plain)?.name;
  const toggle = () => {
    if (part.expr === undefined) form.set(path, { ...rest(), expr: formulaName(part.field ?? '') ?? '0' });
    else if (column !== undefined) form.set(path, { ...rest(), field: column });
  };
  return (
    <div className={classes.source} data-field={`${path}.field`}>
      <div className={classes.sourceLine}>
        {part.expr === undefined ? (
          <ColumnPicker
            compact
            label={form.word('label.field')}
            value={part.field}
            scope={scope}
            onChoose={({ name }) => form.set(`${path}.field`, name)}
            invalid={remarks.some(({ severity }) => severity === 'error')}
          />
        ) : (
          <span className={classes.formulaWord}>{form.word('label.expr')}</span>
        )}
        <FormulaSwitch
          on={part.expr !== undefined}
          label={part.field ?? form.word('label.expr')}
          onToggle={toggle}
          refusal={part.expr === undefined || column !== undefined ? null : t('inspector.notAColumn')}
        />
      </div>
      {part.expr !== undefined && <FormulaText label={form.word('label.expr')} path={`${path}.expr`} value={part.expr} remarks={remarks} />}
      <Remarks remarks={remarks} />
    </div>
  );
}
