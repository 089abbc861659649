// The settings of a decision table in the inspector: what the rows come to, and the way to the sheet.
import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { HelpTip, Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { SheetPanel } from './SheetPanel.tsx';
import classes from './table.module.css';
import { useTable } from './use-table.ts';

/** What the sheet itself lists, with people and repairs. */
const listed = ['table.gap', 'table.overlap', 'table.shadowed', 'table.shadowed-by', 'table.impossible', 'table.not-all'];

export function TableConfig() {
  const { t, exact } = useSpeech();
  const form = useForm();
  const view = useTable();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { sheet, counts, findings, current, unknown } = view;
  const gaps = findings?.gaps.filter(({ missing }) => !missing).length ?? 0;
  const lines = [
    { label: t('sheet.none'), n: counts?.['none'] },
    ...(sheet.hit === 'unique' ? [{ label: t('sheet.several'), n: counts?.['several'] }] : []),
    { label: t('sheet.unknown'), n: unknown },
  ];
  const remarks = ['inputs', 'outputs', 'rows', 'otherwise'].flatMap((path) => remarksAt(form.diagnostics, path));
  return (
    <section className={classes.face} data-field="rows" aria-label={form.word('label.rows')}>
      <div className={classes.head}>
        <span>{t('sheet.rules', { count: sheet.rows.length, n: exact(sheet.rows.length) })}</span>
        <HelpTip text={form.word('label.rows.help')} />
        <Button
          ref={opener}
          className={classes.opener}
          size="compact-sm"
          variant={open ? 'light' : 'filled'}
          leftSection={<IconTable size={15} stroke={1.75} />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'sheet.close' : 'sheet.open')}
        </Button>
      </div>
      {sheet.rows.length === 0 && <p className={classes.note}>{t('sheet.noRules')}</p>}
      {sheet.rows.length > 0 && (
        <dl className={classes.facts} data-stale={!current || undefined}>
          {lines.map(({ label, n }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{n === undefined ? '—' : exact(n)}</dd>
            </div>
          ))}
          <div>
            <dt>{t('sheet.gaps')}</dt>
            <dd>{findings === undefined ? '—' : exact(gaps)}</dd>
          </div>
          {sheet.hit === 'unique' && (
            <div>
              <dt>{t('sheet.overlaps')}</dt>
              <dd>{findings === undefined ? '—' : exact(findings.overlaps.length)}</dd>
            </div>
          )}
        </dl>
      )}
      <Remarks remarks={remarks.filter(({ code }) => !listed.includes(code))} />
      {open && (
        <SheetPanel
          view={view}
          onClose={() => {
            setOpen(false);
            opener.current?.focus();
          }}
        />
      )}
    </section>
  );
}
