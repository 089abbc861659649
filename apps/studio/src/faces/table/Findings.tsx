// What the rows leave open and say twice, each with its people and a repair that is one step to undo.
import { Button } from '@mantine/core';
import { type BoxCells, cellText, type Gap, type InputRange, type TableRow, withRowCut, withRowForGap } from '@tierflow/nodes';
import { useSpeech } from '../../words/use-words.ts';
import { withoutRow } from './sheet.ts';
import classes from './table.module.css';
import type { TableView } from './use-table.ts';

/** What scrolls is reached with Tab. */
const scrolls = { tabIndex: 0 } as const;

export function Findings({ view }: { readonly view: TableView }) {
  const { t, exact, language } = useSpeech();
  const { sheet, findings, config, counts, current, put, names } = view;
  if (findings === undefined || config === undefined) return null;
  const known = findings.gaps.filter((gap) => !gap.missing);
  const missing = findings.gaps.filter((gap) => gap.missing);
  const count = (id: string) => (current && counts?.[id] !== undefined ? exact(counts[id]) : '—');
  const box = (cells: BoxCells): string => {
    const asked = cells.flatMap((alternatives, at) =>
      alternatives.includes(null) ? [] : [`${names[at] ?? ''}: ${alternatives.map((cell) => cellText(cell, language)).join(' | ')}`],
    );
    return asked.length === 0 ? t('sheet.anybody') : asked.join(' · ');
  };
  const idOf = (row: number) => exact(row + 1);
  const rows = (next: readonly TableRow[] | undefined) => (next === undefined ? undefined : () => put({ ...sheet, rows: [...next] }));
  const ranges = view.inputs.flatMap((range): InputRange[] => (range === undefined ? [] : [range]));
  const gapList = (gaps: readonly Gap[]) => (
    <ul>
      {gaps.map((gap) => (
        <Finding
          key={gap.id}
          id={gap.id}
          text={t('sheet.gap', { box: box(gap.cells) })}
          count={count(gap.id)}
          repairs={[{ label: t('sheet.addForGap'), run: rows(withRowForGap(config, gap)) }]}
        />
      ))}
    </ul>
  );
  return (
    <div className={classes.findings} {...scrolls} data-stale={!current || undefined}>
      <section aria-label={t('sheet.gaps')}>
        <h3>{t('sheet.gaps')}</h3>
        {sheet.otherwise !== undefined && <p>{t('sheet.gapsOtherwise')}</p>}
        {sheet.otherwise === undefined && findings.gaps.length === 0 && findings.complete && <p>{t('sheet.noGaps')}</p>}
        {gapList(known)}
        {missing.length > 0 && (
          <details>
            <summary>{t('sheet.gapsMissing', { count: missing.length, n: exact(missing.length) })}</summary>
            {gapList(missing)}
          </details>
        )}
      </section>
      {sheet.hit === 'unique' && (
        <section aria-label={t('sheet.overlaps')}>
          <h3>{t('sheet.overlaps')}</h3>
          {findings.overlaps.length === 0 && <p>{t('sheet.noOverlaps')}</p>}
          <ul>
            {findings.overlaps.map(({ id, first, second, cells }) => (
              <Finding
                key={id}
                id={id}
                text={t('sheet.overlap', { first: idOf(first), second: idOf(second), box: box(cells) })}
                count={count(id)}
                repairs={[
                  { label: t('sheet.cut', { row: idOf(second) }), run: rows(withRowCut(config, ranges, { first, second })) },
                  { label: t('sheet.firstWins'), run: () => put({ ...sheet, hit: 'first' }) },
                ]}
              />
            ))}
          </ul>
        </section>
      )}
      {findings.dead.length > 0 && (
        <section aria-label={t('sheet.dead')}>
          <h3>{t('sheet.dead')}</h3>
          <ul>
            {findings.dead.map(({ row, why, by }) => (
              <Finding
                key={row}
                id={`dead${row}`}
                text={t(`sheet.${by === undefined ? why : 'shadowedBy'}`, { row: idOf(row), by: idOf(by ?? 0) })}
                repairs={[{ label: t('sheet.deleteRow', { row: idOf(row) }), run: () => put(withoutRow(sheet, row)) }]}
              />
            ))}
          </ul>
        </section>
      )}
      {!findings.complete && <p>{t('sheet.incomplete')}</p>}
    </div>
  );
}

interface FindingProps {
  readonly id: string;
  readonly text: string;
  readonly count?: string;
  readonly repairs: readonly { readonly label: string; readonly run: (() => void) | undefined }[];
}

function Finding({ id, text, count, repairs }: FindingProps) {
  return (
    <li data-finding={id}>
      <span>{text}</span>
      {count !== undefined && <b>{count}</b>}
      {repairs.flatMap(({ label, run }) =>
        run === undefined
          ? []
          : [
              <Button key={label} size="compact-xs" variant="default" onClick={run}>
                {label}
              </Button>,
            ],
      )}
    </li>
  );
}
