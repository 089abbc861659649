// Rows become three-valued columns, tests that several rows share one column of their own; what the outputs say follows
// from the rows by the hit policy. An unknown row is passed over, as a case of a switch is.
import { call, exprOf, invariant, type Lowered, literal, type MadeColumn, type MadeProbe, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { inputRange } from './analysis/finding-remarks.ts';
import { type BoxCells, type Findings, tableFindings } from './analysis/findings.ts';
import { cellCondition } from './cells.ts';
import type { CellTest, TableConfig } from './config.ts';
import { cellScope, inputColumns, tableInputs } from './inputs.ts';
import { noRowHits, type TableParts } from './output-parts.ts';
import { deciding, outputColumns } from './outputs.ts';

type Context = NodeContext<TableConfig>;

export function lowerTable(context: Context): Lowered {
  const { config, own } = context;
  const inputs = tableInputs(context);
  const made = inputColumns(inputs);
  const scopes = inputs.map((input, at) => cellScope(input, made[at] === undefined ? undefined : own(made[at].id)));
  const test: TestOf = (cell, at, path) => {
    const name = inputs[at]?.name ?? '';
    return exprOf(cellCondition(cell, path, name, { context, scope: invariant(scopes[at], 'a cell has an input') }));
  };
  const tests = sharedTests(config, test);
  const rows = config.rows.map(
    (row, at): MadeColumn => ({
      id: `row${at + 1}`,
      type: 'boolean',
      expr: conjunction(row.cells.flatMap((cell, across) => (cell === null ? [] : [tests.read(cell, across, own)]))),
    }),
  );
  const hits = rows.map(({ id }) => own(id));
  const parts: TableParts = { config, rows: hits, own };
  return {
    columns: [...made.flatMap((column) => column ?? []), ...tests.columns, ...rows, ...outputColumns(parts)],
    ports: [{ id: 'out' }],
    // No row is true, and at least one cannot be told.
    ...(hits.length === 0 ? {} : { unknown: call('isMissing', hits.length === 1 ? (hits[0] as Expr) : call('or3', ...hits)) }),
    probes: probesOf(parts, tableFindings(config, inputs.map(inputRange)), test),
  };
}

type TestOf = (cell: CellTest, input: number, path: string) => Expr;
type Own = Context['own'];

interface Tests {
  readonly columns: readonly MadeColumn[];
  readonly read: (cell: CellTest, input: number, own: Own) => Expr;
}

/** A test that stands in several rows is evaluated once. */
function sharedTests({ rows }: TableConfig, test: TestOf): Tests {
  const found = new Map<string, { readonly expr: Expr; rows: number }>();
  const keyOf = (cell: CellTest, input: number): string => `${input} ${JSON.stringify(cell)}`;
  rows.forEach((row, at) => {
    row.cells.forEach((cell, input) => {
      if (cell === null) return;
      const key = keyOf(cell, input);
      const known = found.get(key);
      if (known === undefined) found.set(key, { expr: test(cell, input, `rows.${at}.cells.${input}`), rows: 1 });
      else known.rows++;
    });
  });
  const shared = [...found].filter(([, { rows: times }]) => times > 1);
  const ids = new Map(shared.map(([key], at) => [key, `test${at + 1}`]));
  return {
    columns: shared.map(([key, { expr }]) => ({ id: ids.get(key) ?? '', type: 'boolean', expr })),
    read: (cell, input, own) => {
      const key = keyOf(cell, input);
      const id = ids.get(key);
      return id === undefined ? invariant(found.get(key), 'every cell was seen').expr : own(id);
    },
  };
}

function conjunction(parts: readonly Expr[]): Expr {
  const [only] = parts;
  if (only === undefined) return literal(true);
  return parts.length === 1 ? only : call('and3', ...parts);
}

/**
 * What is counted: `hits:ROW` people for whom the row is true, `row:ROW` people it decides, `none` people no row hits,
 * `several` people hit by more than one where only one may; each gap and each overlap by its id.
 */
function probesOf(parts: TableParts, findings: Findings, test: TestOf): readonly MadeProbe[] {
  const { config, rows, own } = parts;
  const box = (cells: BoxCells): Expr =>
    conjunction(
      cells.flatMap((alternatives, input) => {
        const tests = alternatives.flatMap((cell) => (cell === null ? [] : [test(cell, input, 'rows')]));
        if (tests.length < alternatives.length) return [];
        return tests.length === 1 ? tests : [call('or3', ...tests)];
      }),
    );
  return [
    ...config.rows.map(({ id }, at): MadeProbe => ({ id: `hits:${id}`, when: rows[at] as Expr })),
    ...config.rows.map(({ id }, at): MadeProbe => ({ id: `row:${id}`, when: deciding(parts, at) })),
    { id: 'none', when: noRowHits(parts) },
    ...(config.hit === 'unique' ? [{ id: 'several', when: call('gt', own('hits'), literal(1)) }] : []),
    ...findings.gaps.map(({ id, cells }): MadeProbe => ({ id, when: box(cells) })),
    ...findings.overlaps.map(
      ({ id, first, second }): MadeProbe => ({
        id,
        when: call('and', rows[first] as Expr, rows[second] as Expr),
      }),
    ),
  ];
}
