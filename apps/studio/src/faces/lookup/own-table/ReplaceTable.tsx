// What the table would be, everything of the rows that would not be in it, and for how many people it has an answer; then it takes the place of the old one in one step.
import { Button, NativeSelect } from '@mantine/core';
import type { TextTable } from '@tierflow/api';
import { keyOf, type RivalRule, rivalRules, type TableFromRows, tableFromRows } from '@tierflow/nodes';
import { useEffect, useMemo, useState } from 'react';
import { useForm } from '../../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../../inspector/results/use-node-numbers.ts';
import { kindWord, useSpeech } from '../../../words/use-words.ts';
import type { TwoColumns } from './columns-choice.ts';
import type { Ending } from './ending.ts';
import { LeftOut } from './LeftOut.tsx';
import classes from './own-table.module.css';
import { usePeopleValues } from './use-people-values.ts';

interface Props extends Ending {
  readonly table: TextTable;
  readonly columns: TwoColumns;
}

const SHOWN = 6;

export function ReplaceTable({ table, columns, before, onClose }: Props) {
  const { t, exact, language } = useSpeech();
  const form = useForm();
  const [rule, setRule] = useState<RivalRule>('leave-out');
  const { text, answer } = columns;
  const made = useMemo(() => tableFromRows(twoOf(table, { text, answer }), rule), [table, text, answer, rule]);
  const [fault] = made.faults;
  const fits = fault === undefined && text !== answer;
  const { pasted } = made;
  const { tryOut, endTrial } = form;
  useEffect(() => {
    if (fits) tryOut('pasted', pasted);
    else endTrial();
  }, [tryOut, endTrial, fits, pasted]);
  useEffect(() => endTrial, [endTrial]);
  const replace = () => {
    endTrial();
    form.set('pasted', pasted);
    onClose();
  };
  return (
    <>
      <Preview made={made} columns={columns} />
      {fault !== undefined && (
        <p className={classes.note} data-warn role="alert">
          {kindWord(form.kind, fault.code, language, fault.params)}
        </p>
      )}
      {made.rivals.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('tables.rivals', { count: made.rivals.length, n: exact(made.rivals.length) })}
          data={rivalRules.map((each) => ({ value: each, label: t(`tables.rule.${each}`) }))}
          value={rule}
          onChange={(event) => setRule(event.currentTarget.value as RivalRule)}
        />
      )}
      <LeftOut made={made} />
      {fits && <Found made={made} before={before} />}
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
        <Button disabled={!fits} onClick={replace}>
          {t('tables.replace', { count: made.entries.length, n: exact(made.entries.length) })}
        </Button>
      </div>
    </>
  );
}

function twoOf({ columns, rows }: TextTable, { text, answer }: TwoColumns) {
  const [from, to] = [columns.indexOf(text), columns.indexOf(answer)];
  return rows.map(({ line, cells }) => ({ line, text: cells[from] ?? '', answer: cells[to] ?? '' }));
}

function Preview({ made, columns }: { readonly made: TableFromRows; readonly columns: TwoColumns }) {
  const { t, exact } = useSpeech();
  if (made.entries.length === 0) return null;
  const more = made.entries.length - SHOWN;
  return (
    <div className={classes.preview}>
      <table aria-label={t('tables.preview')}>
        <thead>
          <tr>
            <th scope="col">{columns.text}</th>
            <th scope="col">{columns.answer}</th>
          </tr>
        </thead>
        <tbody>
          {made.entries.slice(0, SHOWN).map(({ text, answer }) => (
            <tr key={text}>
              <td>{text}</td>
              <td>{answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={classes.quiet}>{t('tables.more', { n: exact(more) })}</p>}
    </div>
  );
}

/** People who would be found, beside those who are found now, and the most frequent values that would not be. */
function Found({ made, before }: { readonly made: TableFromRows; readonly before: number | undefined }) {
  const { t, exact, percent } = useSpeech();
  const form = useForm();
  const { count, current } = useNodeNumbers(form.node.id);
  const values = usePeopleValues();
  const n = count?.n ?? 0;
  const found = n - (count?.unknown ?? 0);
  const lacking = (values ?? []).filter(({ value }) => value.trim() !== '' && !made.keys.has(keyOf(value))).slice(0, SHOWN);
  if (count === undefined || n === 0) return null;
  return (
    <div className={classes.found} data-stale={!current || undefined}>
      <p role="status">
        {t('tables.found', { n: exact(found), of: exact(n), share: percent(found / n) })}
        {before !== undefined && <span className={classes.quiet}> {t('tables.foundBefore', { n: exact(before) })}</span>}
      </p>
      {lacking.length > 0 && (
        <p className={classes.quiet}>
          {t('tables.lacking')} {lacking.map(({ value, n: people }) => `${value} (${exact(people)})`).join(t('tables.comma'))}
        </p>
      )}
    </div>
  );
}
