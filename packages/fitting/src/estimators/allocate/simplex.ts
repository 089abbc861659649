// A linear program that gains columns: maximise values·w within limits, one row for each limit and few of them, by the revised
// simplex method. It starts from the answer for the columns before; rows are scaled so that limits and uses are near 1.

/** What one unit of a column brings, and what it uses of each limit. */
export interface Activity {
  readonly value: number;
  readonly uses: Float64Array;
}

/** The best mix of the columns there are. */
export interface Mix {
  readonly value: number;
  /** What one more unit of each limit would bring; never negative. */
  readonly prices: Float64Array;
}

export interface GrowingProgram {
  readonly add: (activity: Activity) => void;
  readonly solve: () => Mix;
}

/** Below this a reduced value or a pivot counts as zero. */
const TINY = 1e-11;
/** After so many steps for each row it does not go for the steepest step any more, then for none: what is there is feasible. */
const STEEP = 20;
const MOST = 200;

interface Program {
  readonly limits: Float64Array;
  readonly activities: Activity[];
  /** The column at each place of the basis. A column below the number of limits is the slack of its row. */
  readonly basis: number[];
}

/** @param limits none negative, so that doing nothing is a start */
export function growingProgram(limits: Float64Array): GrowingProgram {
  const program: Program = { limits, activities: [], basis: Array.from(limits, (_, row) => row) };
  return {
    add: (activity) => {
      program.activities.push(activity);
    },
    solve: () => solve(program),
  };
}

function solve(program: Program): Mix {
  const { limits, basis } = program;
  for (let steps = 0; ; steps++) {
    const inverse = inverted(limits.length, (row, at) => use(program, basis[at] as number, row));
    const amounts = limits.map((_, at) => limits.reduce((sum, limit, row) => sum + inverse(at, row) * limit, 0));
    const prices = limits.map((_, row) => basis.reduce((sum, column, at) => sum + worth(program, column) * inverse(at, row), 0));
    const column = steps > MOST * limits.length ? undefined : entering(program, prices, steps);
    const place = column === undefined ? undefined : leaving(program, column, inverse, amounts);
    if (column === undefined || place === undefined) {
      const value = basis.reduce((sum, one, at) => sum + worth(program, one) * (amounts[at] as number), 0);
      return { value, prices: prices.map((price) => Math.max(0, price)) };
    }
    basis[place] = column;
  }
}

function worth({ limits, activities }: Program, column: number): number {
  return column < limits.length ? 0 : (activities[column - limits.length] as Activity).value;
}

function use({ limits, activities }: Program, column: number, row: number): number {
  if (column < limits.length) return Number(column === row);
  return (activities[column - limits.length] as Activity).uses[row] as number;
}

/** The column that gains most; after many steps the first that gains at all, which cannot go round in circles (Bland 1977). */
function entering(program: Program, prices: Float64Array, steps: number): number | undefined {
  const rows = program.limits.length;
  let best: number | undefined;
  let most = TINY;
  for (let column = 0; column < rows + program.activities.length; column++) {
    if (program.basis.includes(column)) continue;
    const gained = prices.reduce((left, price, row) => left - price * use(program, column, row), worth(program, column));
    if (gained <= most) continue;
    best = column;
    if (steps > STEEP * rows) return best;
    most = gained;
  }
  return best;
}

/** The place that runs out first; of several the one of the earliest column. */
function leaving(program: Program, column: number, inverse: Matrix, amounts: Float64Array): number | undefined {
  const { basis, limits } = program;
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < limits.length; at++) {
    const rate = limits.reduce((sum, _, row) => sum + inverse(at, row) * use(program, column, row), 0);
    if (rate <= TINY) continue;
    const ratio = Math.max(0, amounts[at] as number) / rate;
    if (ratio > least || (ratio === least && (basis[at] as number) > (basis[found ?? at] as number))) continue;
    least = ratio;
    found = at;
  }
  return found;
}

type Matrix = (row: number, column: number) => number;

/** The inverse by Gauss and Jordan, with the largest pivot of each column. */
function inverted(size: number, at: Matrix): Matrix {
  const rows = Array.from({ length: size }, (_, row) =>
    Float64Array.from({ length: 2 * size }, (__, column) => (column < size ? at(row, column) : Number(column - size === row))),
  );
  for (let step = 0; step < size; step++) {
    let best = step;
    for (let row = step + 1; row < size; row++) if (Math.abs(rows[row]?.[step] ?? 0) > Math.abs(rows[best]?.[step] ?? 0)) best = row;
    const [other, pivot] = [rows[step], rows[best]];
    if (other === undefined || pivot === undefined) continue;
    rows[best] = other;
    rows[step] = pivot;
    const head = pivot[step] as number;
    for (let column = step; column < 2 * size; column++) pivot[column] = (pivot[column] as number) / head;
    for (const row of rows) {
      const factor = row[step] as number;
      if (row === pivot || factor === 0) continue;
      for (let column = step; column < 2 * size; column++) row[column] = (row[column] as number) - factor * (pivot[column] as number);
    }
  }
  return (row, column) => rows[row]?.[size + column] as number;
}
