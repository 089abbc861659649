// People by recency and frequency as a grid: darker is more. One cell has the focus, arrow keys go on; or as a plain table.
import { Switch } from '@mantine/core';
import type { Grid } from '@tierflow/api';
import { useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { useGridFocus } from '../use-grid-focus.ts';
import { type HeatCell, heatRows } from './heat-rows.ts';
import classes from './rfm.module.css';

interface Props {
  readonly grid: Grid;
  readonly stale: boolean;
}

export function HeatGrid({ grid, stale }: Props) {
  const { t, short } = useSpeech();
  const [plain, setPlain] = useState(false);
  const rows = heatRows(grid);
  const columns = rows[0]?.cells ?? [];
  const focused = useGridFocus(rows.length, columns.length);
  return (
    <div className={classes.heat} data-stale={stale || undefined}>
      <table className={plain ? classes.plain : classes.grid} aria-label={t('faces.rfm.grid')} {...(plain ? {} : focused.grid)}>
        <thead>
          <tr>
            <td className={classes.corner}>R \ F</td>
            {columns.map((cell) => (
              <th key={String(cell.column)} scope="col">
                {cell.column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={String(row.row)}>
              <th scope="row">{row.row}</th>
              {row.cells.map((cell, across) =>
                plain ? (
                  <td key={String(cell.column)}>{short(cell.n)}</td>
                ) : (
                  <Cell
                    key={String(cell.column)}
                    cell={cell}
                    row={row.row}
                    reachable={focused.reachable(down, across)}
                    onFocus={() => focused.focus(down, across)}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Switch size="xs" label={t('faces.rfm.asTable')} checked={plain} onChange={(event) => setPlain(event.currentTarget.checked)} />
    </div>
  );
}

interface CellProps {
  readonly cell: HeatCell;
  readonly row: HeatCell['column'];
  readonly reachable: boolean;
  readonly onFocus: () => void;
}

function Cell({ cell, row, reachable, onFocus }: CellProps) {
  const { t, exact, short, percent } = useSpeech();
  const words = t('faces.rfm.cell', { r: String(row), f: String(cell.column), n: exact(cell.n), share: percent(cell.share) });
  return (
    <td
      data-cell
      tabIndex={reachable ? 0 : -1}
      aria-label={words}
      title={words}
      style={{ '--heat': `${Math.round(70 * cell.heat)}%` } as React.CSSProperties}
      onFocus={onFocus}
    >
      <span className={classes.cellCount}>{short(cell.n)}</span>
      <span className={classes.cellShare}>{percent(cell.share)}</span>
    </td>
  );
}
