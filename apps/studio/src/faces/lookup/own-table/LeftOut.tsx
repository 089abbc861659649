// Rows that give nothing to the table, with their lines, so that the file can be mended.
import type { TableFromRows } from '@tierflow/nodes';
import { useSpeech } from '../../../words/use-words.ts';
import classes from './own-table.module.css';

const SHOWN = 8;

export function LeftOut({ made }: { readonly made: TableFromRows }) {
  const { t, exact } = useSpeech();
  const { rivals, blank, repeated } = made;
  const line = (at: number | null) => (at === null ? '' : t('tables.line', { line: at }));
  const lines = blank.flatMap((row) => row.line ?? []);
  return (
    <>
      {rivals.length > 0 && (
        <ul className={classes.rivals} aria-label={t('tables.rivalRows')}>
          {rivals.slice(0, SHOWN).map(({ text, rows }) => (
            <li key={text}>
              <b>{text}</b> {rows.map((row) => `${row.answer}${line(row.line)}`).join(t('tables.comma'))}
            </li>
          ))}
          {rivals.length > SHOWN && <li>{t('tables.more', { n: exact(rivals.length - SHOWN) })}</li>}
        </ul>
      )}
      {blank.length > 0 && (
        <p className={classes.note}>
          {t('tables.blank', { count: blank.length, n: exact(blank.length) })}
          {lines.length > 0 && ` ${t('tables.lines', { lines: lines.slice(0, SHOWN).join(', ') })}${lines.length > SHOWN ? ' …' : ''}`}
        </p>
      )}
      {repeated > 0 && <p className={classes.note}>{t('tables.repeated', { count: repeated, n: exact(repeated) })}</p>}
    </>
  );
}
