// Maximum of a smooth function of a few positive numbers: quasi-Newton (BFGS, Nocedal & Wright, Numerical Optimization,
// 2006, chapter 6) on their logarithms, held inside a box by projection. Deterministic: no clock, no random start.

/** A function of positive numbers that writes its partial derivatives into `slope`. */
export type Smooth = (at: Float64Array, slope: Float64Array) => number;

export interface Search {
  readonly start: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** What an earlier search of much the same function learned of its curvature. */
  readonly inverse?: Matrix | undefined;
}

export interface Maximum {
  readonly at: Float64Array;
  readonly value: number;
  /** The slope came to nothing, apart from where a bound holds it. */
  readonly converged: boolean;
  /** Some number stands on its bound: the maximum lies beyond, perhaps at infinity. */
  readonly bounded: boolean;
  /** What was learned of the curvature; undefined where nothing was. */
  readonly inverse: Matrix | undefined;
}

/** Relative to the function's scale: a slope this small moves no digit that is shown. */
const FLAT = 1e-9;
const ROUNDS = 500;
/** So many rounds that gain less than this are the end, wherever a ridge may lead. */
const IDLE = 8;
const GAIN = 1e-10;
/** Closer to a bound than this is on it; logarithms. */
const EDGE = 1e-6;

/** A search under way: one step a round, so that a long one can be left. */
export type Climb = Generator<void, Maximum>;

/** The end of a search, without a stop. */
export function ended(climb: Climb): Maximum {
  for (;;) {
    const { done, value } = climb.next();
    if (done === true) return value;
  }
}

/** Climbs from the start. `scale` is what the function's values are divided by, e.g. the number of observations. */
export function* maximize(smooth: Smooth, scale: number, { start, low, high, inverse: known }: Search): Climb {
  const n = start.length;
  const [bottom, top] = [low, high].map((ends) => Float64Array.from(ends, Math.log)) as [Float64Array, Float64Array];
  const natural = new Float64Array(n);
  const evaluate = (u: Float64Array, gradient: Float64Array): number => {
    u.forEach((value, i) => {
      natural[i] = Math.exp(value);
    });
    const value = smooth(natural, gradient);
    for (let i = 0; i < n; i++) gradient[i] = (-(gradient[i] as number) * (natural[i] as number)) / scale;
    return -value / scale;
  };
  const origin = { u: Float64Array.from(start, Math.log), gradient: new Float64Array(n) };
  let point: Point = { ...origin, value: evaluate(origin.u, origin.gradient) };
  let free = freeAt(point, bottom, top);
  let inverse = known;
  for (let round = 0, idle = 0; round < ROUNDS && idle < IDLE && flatness(point.gradient, free) > FLAT; round++) {
    yield;
    const step = stepOf({ ...point, free, inverse: inverse ?? identity(n), bottom, top, evaluate });
    if (step === undefined) {
      // No way up along this direction: once more along the slope itself, then it is as good as it gets.
      if (inverse === undefined) break;
      inverse = undefined;
      continue;
    }
    idle = point.value - step.to.value < GAIN ? idle + 1 : 0;
    point = step.to;
    const next = freeAt(point, bottom, top);
    // What was learned of the curvature holds only while the same numbers may move.
    const same = next.every((may, i) => may === free[i]);
    inverse = same ? updated(inverse ?? rescaled(identity(n), step), step) : undefined;
    free = next;
  }
  const bounded = point.u.some((at, i) => at <= (bottom[i] as number) + EDGE || at >= (top[i] as number) - EDGE);
  return {
    at: point.u.map(Math.exp),
    value: -point.value * scale,
    converged: flatness(point.gradient, free) <= FLAT * 100,
    bounded,
    inverse,
  };
}

type Matrix = readonly Float64Array[];

interface Box {
  readonly bottom: Float64Array;
  readonly top: Float64Array;
}

interface Point {
  readonly u: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

function identity(n: number): Matrix {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
}

/** Numbers that may move: those not on a bound that the slope presses them against. */
function freeAt({ u, gradient }: Point, bottom: Float64Array, top: Float64Array): readonly boolean[] {
  return Array.from(u, (at, i) => {
    const slope = gradient[i] as number;
    return !((at <= (bottom[i] as number) && slope > 0) || (at >= (top[i] as number) && slope < 0));
  });
}

function flatness(gradient: Float64Array, free: readonly boolean[]): number {
  return gradient.reduce((most, slope, i) => (free[i] === true ? Math.max(most, Math.abs(slope)) : most), 0);
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const times = (matrix: Matrix, vector: Float64Array): Float64Array => Float64Array.from(matrix, (row) => dot(row, vector));

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly to: Point;
}

interface Stand extends Point, Box {
  readonly free: readonly boolean[];
  readonly inverse: Matrix;
  readonly evaluate: (u: Float64Array, gradient: Float64Array) => number;
}

/** The farthest a logarithm moves in one step. */
const STRIDE = 3;
/** Share of the promised gain that a step has to keep (Armijo). */
const KEPT = 1e-4;

/** A step along the quasi-Newton direction that gains enough; undefined where even the shortest does not. */
function stepOf({ u, value, gradient, free, inverse, bottom, top, evaluate }: Stand): Step | undefined {
  const held = gradient.map((slope, i) => (free[i] === true ? slope : 0));
  let direction: Float64Array = times(inverse, held).map((move, i) => (free[i] === true ? -move : 0));
  if (dot(direction, held) >= 0) direction = held.map((slope) => -slope);
  const longest = Math.max(...direction.map(Math.abs));
  const next = new Float64Array(u.length);
  for (let length = Math.min(1, STRIDE / longest); length * longest > 1e-14; length /= 2) {
    for (let i = 0; i < u.length; i++) {
      const at = (u[i] as number) + length * (direction[i] as number);
      next[i] = Math.min(top[i] as number, Math.max(bottom[i] as number, at));
    }
    const moved = next.map((at, i) => at - (u[i] as number));
    const slope: Float64Array = new Float64Array(u.length);
    const reached = evaluate(next, slope);
    // Close to the top the gain drowns in rounding; a smaller slope is the better sign there.
    const gains =
      reached <= value + KEPT * dot(moved, held) ||
      (Math.abs(reached - value) <= 1e-13 * Math.abs(value) && flatness(slope, free) < 0.5 * flatness(gradient, free));
    if (Number.isFinite(reached) && gains)
      return {
        moved,
        turned: slope.map((at, i) => (free[i] === true ? at - (gradient[i] as number) : 0)),
        to: { u: next, value: reached, gradient: slope },
      };
  }
  return undefined;
}

/** Before the first update the identity takes the size of the curvature met (Nocedal & Wright 6.20). */
function rescaled(inverse: Matrix, { moved, turned }: Step): Matrix {
  const factor = dot(moved, turned) / dot(turned, turned);
  return factor > 0 ? inverse.map((row) => row.map((entry) => entry * factor)) : inverse;
}

/** The BFGS update of the inverse Hessian (Nocedal & Wright 6.17); none where the curvature met is not positive. */
function updated(inverse: Matrix, { moved, turned }: Step): Matrix {
  const curvature = dot(moved, turned);
  if (!(curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return inverse;
  const along = times(inverse, turned);
  const whole = 1 + dot(turned, along) / curvature;
  return inverse.map((row, i) =>
    row.map((entry, j) => {
      const [si, sj] = [moved[i] as number, moved[j] as number];
      return entry + (whole * si * sj - (along[i] as number) * sj - si * (along[j] as number)) / curvature;
    }),
  );
}
