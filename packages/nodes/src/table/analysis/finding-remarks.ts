// Findings as remarks of the check, a few of each sort, with the repair where one change of the rows is one.

import type { NodeContext } from '@tierflow/compiler';
import type { Diagnostic, Json } from '@tierflow/definition';
import { cellText } from '../cell-text.ts';
import type { TableConfig } from '../config.ts';
import type { TableInput } from '../inputs.ts';
import type { InputRange } from './axis.ts';
import { type BoxCells, tableFindings } from './findings.ts';
import { withRowCut, withRowForGap } from './repairs.ts';

/** Of each sort so many are told one by one. */
const TOLD = 5;

export function findingRemarks(context: NodeContext<TableConfig>, inputs: readonly TableInput[]): readonly Diagnostic[] {
  const { config, report } = context;
  const ranges = inputs.map(inputRange);
  const found = tableFindings(config, ranges);
  const warning = (code: string, path: string, params: Diagnostic['params']): Diagnostic => report(code, path, params, 'warning');
  const idOf = (row: number | undefined): string => config.rows[row ?? -1]?.id ?? '';
  const dead = found.dead.map(({ row, why, by }) => ({
    ...warning(by === undefined ? `table.${why}` : 'table.shadowed-by', `rows.${row}`, { row: idOf(row), by: idOf(by) }),
    repair: { path: 'rows', value: json(config.rows.filter((_, at) => at !== row)) },
  }));
  const gaps = found.gaps.filter(({ missing }) => !missing);
  const overlaps = found.overlaps.map(({ first, second, cells }) => ({
    ...warning('table.overlap', `rows.${second}`, { first: idOf(first), second: idOf(second), box: boxText(cells, ranges) }),
    ...repairOf(withRowCut(config, ranges, { first, second })),
  }));
  return [
    ...dead.slice(0, TOLD),
    ...overlaps.slice(0, TOLD),
    ...gaps.slice(0, TOLD).map((gap) => ({
      ...warning('table.gap', 'rows', { box: boxText(gap.cells, ranges) }),
      ...repairOf(withRowForGap(config, gap)),
    })),
    ...more('table.more-overlaps', overlaps.length),
    ...more('table.more-gaps', gaps.length),
    ...(found.complete ? [] : [report('table.not-all', 'rows', {}, 'info')]),
  ];

  function more(code: string, n: number): readonly Diagnostic[] {
    return n > TOLD ? [warning(code, 'rows', { n: n - TOLD })] : [];
  }
}

export function inputRange({ name, found }: TableInput): InputRange {
  const { type = 'number', decimals, column } = found;
  const values = column?.values?.map(({ value }) => value);
  return { name, type, ...(decimals === undefined ? {} : { decimals }), ...(values === undefined ? {} : { values }) };
}

/** `recency > 30 · region = A, B`; what is not asked is left out. */
function boxText(cells: BoxCells, inputs: readonly InputRange[]): string {
  const asked = cells.flatMap((alternatives, at) =>
    alternatives.includes(null) ? [] : [`${inputs[at]?.name ?? ''}: ${alternatives.map((cell) => cellText(cell, 'signs')).join(' | ')}`],
  );
  return asked.length === 0 ? '*' : asked.join(' · ');
}

function repairOf(rows: readonly TableConfig['rows'][number][] | undefined): Pick<Diagnostic, 'repair'> {
  return rows === undefined ? {} : { repair: { path: 'rows', value: json(rows) } };
}

/** Rows as the document holds them: a setting that is not there is left out. */
function json(rows: readonly TableConfig['rows'][number][]): Json {
  return rows.map(({ id, cells, values }) => ({
    id,
    cells: cells.map((cell) =>
      cell === null
        ? null
        : {
            op: cell.op,
            ...(cell.value === undefined ? {} : { value: cell.value }),
            ...(cell.open === undefined ? {} : { open: cell.open }),
          },
    ),
    values,
  }));
}
