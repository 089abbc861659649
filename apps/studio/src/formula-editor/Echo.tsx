// What a formula says, in plain words.
import type { Expr } from '@tierflow/definition';
import { echoFormula, type FormulaScope } from '@tierflow/expression';
import { memo, useMemo } from 'react';
import { useForm } from '../inspector/form/form-scope.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './formula-editor.module.css';

interface Props {
  readonly expr: Expr | undefined;
  readonly scope: FormulaScope;
}

/** Nothing while the formula does not compile. */
export const Echo = memo(function Echo({ expr, scope }: Props) {
  const { t, language, text } = useSpeech();
  const columns = useForm().facts?.scope;
  const sentence = useMemo(() => {
    if (expr === undefined) return undefined;
    const labels = new Map(
      scope.names().flatMap((name) => {
        const column = scope.column(name);
        if (column === undefined) return [];
        const title = columns?.get(name)?.title;
        return [[JSON.stringify(column.expr), title === undefined ? name : text(title)] as const];
      }),
    );
    return echoFormula(expr, { language, label: (part) => labels.get(JSON.stringify(part)) });
  }, [expr, scope, columns, language, text]);
  if (sentence === undefined) return null;
  return (
    <p className={classes.echo} data-echo="">
      <span className={classes.echoLabel}>{t('formula.means')}</span>
      {sentence}
    </p>
  );
});
