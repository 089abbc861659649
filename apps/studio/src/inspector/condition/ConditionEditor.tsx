// The editor of a condition: nested groups with brackets, rows in plain words, and what each of them does to the count.
import type { Condition } from '@tierflow/compiler';
import type { Diagnostic, Json } from '@tierflow/definition';
import type { FlowNode } from '@tierflow/flow';
import { useMemo, useRef } from 'react';
import { useFormulaScope } from '../../formula-editor/use-formula-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { ColumnScope } from '../columns/column-scope.ts';
import { ConditionGroup } from './ConditionGroup.tsx';
import classes from './condition.module.css';
import { ConditionContext, type ConditionScope } from './condition-context.ts';
import { type Place, placePath } from './condition-tree.ts';
import { useConditionCounts } from './use-condition-counts.ts';

interface Props {
  readonly node: FlowNode;
  readonly path: string;
  readonly label: string;
  readonly value: Condition;
  readonly columns: ColumnScope;
  readonly remarks: readonly Diagnostic[];
  readonly onChange: (next: Json) => void;
}

export function ConditionEditor({ node, path, label, value, columns, remarks, onChange }: Props) {
  const { t } = useSpeech();
  const area = useRef<HTMLDivElement>(null);
  const { counts, current, arrive } = useConditionCounts(node, columns.collection === undefined);
  const formulas = useFormulaScope(path, columns.collection);
  const latest = useRef(onChange);
  latest.current = onChange;
  const scope = useMemo(
    (): ConditionScope => ({
      root: value,
      path,
      columns,
      formulas,
      remarks,
      counts,
      current,
      arrive,
      change: (next, focus, at) => {
        latest.current(next as unknown as Json);
        if (focus !== undefined)
          focusPlace(area.current, placePath(path, next, focus), at === 'switch' ? '[data-formula-switch]' : controls);
      },
    }),
    [value, path, columns, formulas, remarks, counts, current, arrive],
  );
  return (
    <ConditionContext.Provider value={scope}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a second frame */}
      <div ref={area} role="group" aria-label={label} className={classes.editor}>
        <ConditionGroup place={root} condition={value} path={path} />
        <p className={classes.order}>{t('conditions.anyOrder')}</p>
      </div>
    </ConditionContext.Provider>
  );
}

const root: Place = [];

const controls = 'button, input, select, textarea';

function focusPlace(area: HTMLElement | null, path: string, control: string): void {
  requestAnimationFrame(() => {
    const row = area?.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    (row?.querySelector<HTMLElement>(control) ?? row)?.focus();
  });
}
