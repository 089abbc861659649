// Repairs of what was found: the whole table after one change, so that it is one step to undo.
import type { Cell, TableConfig, TableRow } from '../config.ts';
import type { InputRange } from './axis.ts';
import { axesOf, type BoxCells, boxCells, type Gap, intersection, type Overlap } from './findings.ts';

/** A repair adds at most so many rows. */
const MOST_ROWS = 12;

const LIMIT = 200;

/** The rows with one for the gap below, its values still to be given; undefined where it would take too many. */
export function withRowForGap(config: TableConfig, gap: Pick<Gap, 'cells'>): readonly TableRow[] | undefined {
  return withRows(config, { at: config.rows.length, replaced: 0, boxes: [gap.cells], values: config.outputs.map(() => null) });
}

/** The rows with the later of two narrowed to what the earlier leaves it; gone if that is nothing. */
export function withRowCut(
  config: TableConfig,
  inputs: readonly InputRange[],
  { first, second }: Pick<Overlap, 'first' | 'second'>,
): readonly TableRow[] | undefined {
  const axes = axesOf(config, inputs);
  const [above, below] = [config.rows[first], config.rows[second]];
  if (axes === undefined || above === undefined || below === undefined) return undefined;
  const [earlier, later] = [above, below].map(({ cells }) => axes.map((axis, at) => axis.covers(cells[at] ?? null))) as [
    bigint[],
    bigint[],
  ];
  const both = intersection(earlier, later);
  if (both === undefined) return config.rows;
  // Input by input: what the later row has beyond the earlier one, within what they share of the inputs before.
  const boxes = axes.flatMap((_, axis): BoxCells[] => {
    const beyond = (later[axis] ?? 0n) & ~(earlier[axis] ?? 0n);
    if (beyond === 0n) return [];
    const box = axes.map((_, at) => (at < axis ? (both[at] ?? 0n) : at === axis ? beyond : (later[at] ?? 0n)));
    return [boxCells(axes, box)];
  });
  return withRows(config, { at: second, replaced: 1, boxes, values: below.values });
}

interface Change {
  readonly at: number;
  /** Rows that go. */
  readonly replaced: number;
  readonly boxes: readonly BoxCells[];
  readonly values: TableRow['values'];
}

/** Boxes as rows in place of some; the first keeps the id of the row it replaces. */
function withRows(config: TableConfig, { at, replaced, boxes, values }: Change): readonly TableRow[] | undefined {
  const rows = boxes.flatMap(product);
  if (rows.length > MOST_ROWS || config.rows.length - replaced + rows.length > LIMIT) return undefined;
  const ids = new Set(config.rows.map(({ id }) => id));
  const kept = config.rows.slice(at, at + replaced).map(({ id }) => id);
  const made = rows.map((cells, which): TableRow => {
    const id = kept[which] ?? freshRowId(ids);
    ids.add(id);
    return { id, cells: [...cells], values: [...values] };
  });
  return [...config.rows.slice(0, at), ...made, ...config.rows.slice(at + replaced)];
}

/** Every way to take one cell of each input. */
function product(cells: BoxCells): readonly (readonly Cell[])[] {
  return cells.reduce<readonly (readonly Cell[])[]>(
    (rows, alternatives) => (rows.length > MOST_ROWS ? rows : rows.flatMap((row) => alternatives.map((cell) => [...row, cell]))),
    [[]],
  );
}

/** `r` and the first number that is free. */
export function freshRowId(taken: ReadonlySet<string>): string {
  let at = taken.size + 1;
  while (taken.has(`r${at}`)) at++;
  return `r${at}`;
}
