// People by chance and by expected purchases: a mark a cell, larger for more people. One cell has the focus, arrow keys go on; or as a table.
import { Switch } from '@mantine/core';
import type { Grid } from '@tierflow/api';
import { useState } from 'react';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import { useGridFocus } from '../use-grid-focus.ts';
import classes from './clv.module.css';
import { type ScatterCell, type ScatterRow, scatterRows } from './scatter.ts';

interface Props {
  readonly grid: Grid;
  readonly stale: boolean;
}

export function Scatter({ grid, stale }: Props) {
  const { t } = useSpeech();
  const [plain, setPlain] = useState(false);
  const rows = scatterRows(grid);
  if (rows.length === 0) return <p className={results.quiet}>{t('faces.clv.nobody')}</p>;
  return (
    <div className={classes.scatter} data-stale={stale || undefined}>
      {plain ? <CellTable rows={rows} /> : <Marks rows={rows} />}
      <Switch size="xs" label={t('faces.clv.asTable')} checked={plain} onChange={(event) => setPlain(event.currentTarget.checked)} />
    </div>
  );
}

/** Rows that carry a number: not more than every other one. */
const labelled = (at: number): boolean => at % 2 === 0;

function Marks({ rows }: { readonly rows: readonly ScatterRow[] }) {
  const { t, language } = useSpeech();
  const { grid, reachable, focus } = useGridFocus(rows.length, rows[0]?.cells.length ?? 0);
  return (
    <>
      <p className={classes.axis}>{t('faces.clv.purchases')}</p>
      <table {...grid} className={classes.marks} aria-label={t('faces.clv.scatter')}>
        <tbody>
          {rows.map((row, down) => (
            <tr key={row.purchases[0]}>
              <th scope="row">{labelled(rows.length - 1 - down) ? plainNumber(row.purchases[0], language) : ''}</th>
              {row.cells.map((cell, across) => (
                <Mark key={cell.alive[0]} cell={cell} row={row} reachable={reachable(down, across)} onFocus={() => focus(down, across)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.aliveAxis} aria-hidden="true">
        <span>0%</span>
        <span>{t('faces.clv.alive')}</span>
        <span>100%</span>
      </div>
    </>
  );
}

interface MarkProps {
  readonly cell: ScatterCell;
  readonly row: ScatterRow;
  readonly reachable: boolean;
  readonly onFocus: () => void;
}

function Mark({ cell, row, reachable, onFocus }: MarkProps) {
  const { t, exact, percent } = useSpeech();
  const span = useSpans();
  const words = t('faces.clv.cell', {
    alive: span.alive(cell),
    purchases: span.purchases(row),
    n: exact(cell.n),
    share: percent(cell.share),
  });
  return (
    <td data-cell tabIndex={reachable ? 0 : -1} aria-label={words} title={cell.n === 0 ? undefined : words} onFocus={onFocus}>
      {cell.n > 0 && <i className={classes.mark} style={{ '--size': `${Math.round(20 + 80 * cell.size)}%` } as React.CSSProperties} />}
    </td>
  );
}

/** Cells in words: from–to. */
function useSpans() {
  const { language } = useSpeech();
  return {
    alive: ({ alive: [low, high] }: ScatterCell) => `${Math.round(100 * low)}–${Math.round(100 * high)}%`,
    purchases: ({ purchases: [low, high] }: ScatterRow) => `${plainNumber(low, language)}–${plainNumber(high, language)}`,
  };
}

function CellTable({ rows }: { readonly rows: readonly ScatterRow[] }) {
  const { t, exact } = useSpeech();
  const span = useSpans();
  const cells = rows.flatMap((row) => row.cells.filter(({ n }) => n > 0).map((cell) => ({ row, cell })));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable
    <section className={classes.scroll} tabIndex={0} aria-label={t('faces.clv.scatter')}>
      <table className={classes.plain}>
        <thead>
          <tr>
            <th scope="col" className={classes.head}>
              {t('faces.clv.purchases')}
            </th>
            <th scope="col" className={classes.head}>
              {t('faces.clv.alive')}
            </th>
            <th scope="col" className={classes.head}>
              {t('faces.clv.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ row, cell }) => (
            <tr key={`${row.purchases[0]} ${cell.alive[0]}`}>
              <td>{span.purchases(row)}</td>
              <td>{span.alive(cell)}</td>
              <td>{exact(cell.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
