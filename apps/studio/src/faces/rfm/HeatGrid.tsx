// People by recency and frequency as a grid: darker is more. One cell has the focus, arrow keys go on; or as a plain table.
import { Switch } from '@mantine/core';
import type { Grid } from '@tierflow/api';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { type HeatCell, heatRows } from './heat-rows.ts';
import classes from './rfm.module.css';

interface Props {
  readonly grid: Grid;
  readonly stale: boolean;
}

export function HeatGrid({ grid, stale }: Props) {
  const { t, short } = useSpeech();
  const [plain, setPlain] = useState(false);
  const [focus, setFocus] = useState<readonly [number, number]>([0, 0]);
  const area = useRef<HTMLTableElement>(null);
  const rows = heatRows(grid);
  const columns = rows[0]?.cells ?? [];
  const at: readonly [number, number] = [Math.min(focus[0], rows.length - 1), Math.min(focus[1], columns.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = [clamp(at[0] + (by[0] ?? 0), rows.length), clamp(at[1] + (by[1] ?? 0), columns.length)] as const;
    setFocus(next);
    area.current?.querySelectorAll<HTMLElement>('[data-cell]')[next[0] * columns.length + next[1]]?.focus();
  };
  return (
    <div className={classes.heat} data-stale={stale || undefined}>
      <table
        ref={area}
        className={plain ? classes.plain : classes.grid}
        aria-label={t('faces.rfm.grid')}
        {...(plain ? {} : { role: 'grid', onKeyDown })}
      >
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
                    reachable={at[0] === down && at[1] === across}
                    onFocus={() => setFocus([down, across])}
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

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}
