// The line below the canvas: how many customers, how sure, how fast, of which day.
import type { ReactNode } from 'react';
import { DayChooser } from '../seasons/DayChooser.tsx';
import { useSpeech } from '../words/use-words.ts';
import classes from './editor.module.css';
import { useFacts } from './studio.ts';

export function StatusLine({ tools }: { readonly tools?: ReactNode }) {
  const { t, exact, duration } = useSpeech();
  const { answer, state, failure, milliseconds } = useFacts((facts) => facts.preview);
  const noData = failure?.kind === 'problem' && failure.problem.code === 'dataset.none';
  return (
    <footer className={classes.status}>
      {noData && <span>{t('editor.noData')}</span>}
      {!noData && answer !== null && (
        <span title={t('editor.customersMeaning')}>{t('editor.customers', { n: exact(answer.customers) })}</span>
      )}
      {!noData && (
        <span>
          {state === 'computing'
            ? t('editor.computing')
            : state === 'failed'
              ? failure?.kind === 'problem'
                ? failure.problem.detail
                : t('editor.stale')
              : t('editor.exact')}
        </span>
      )}
      {state === 'done' && milliseconds !== null && <span>{duration(milliseconds)}</span>}
      {answer !== null && (
        <span>
          <DayChooser />
        </span>
      )}
      <span className={classes.statusTools}>{tools}</span>
    </footer>
  );
}
