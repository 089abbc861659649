// The two directions in which points differ most (principal components), by Jacobi's rotations of their covariance.
import type { Points } from '../estimators/k-means/points.ts';

export interface PrincipalAxes {
  readonly centre: Float64Array;
  /** One or two directions of length 1; the largest part of each points upwards, so that a picture does not flip. */
  readonly axes: readonly Float64Array[];
  /** Part of the whole variance along each. */
  readonly shares: readonly number[];
}

export function principalAxes(points: Points): PrincipalAxes {
  const { d } = points;
  const { centre, covariance } = covarianceOf(points);
  const directions = identity(d);
  for (let sweep = 0; sweep < 60 && rotateAll(covariance, directions); sweep++);
  const variances = Array.from({ length: d }, (_, f) => Math.max(0, covariance[f * d + f] as number));
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  const order = [...variances.keys()].sort((a, b) => (variances[b] as number) - (variances[a] as number) || a - b).slice(0, 2);
  return {
    centre,
    axes: order.map((c) => upwards(Float64Array.from({ length: d }, (_, f) => directions[f * d + c] as number))),
    shares: order.map((c) => (total === 0 ? 0 : (variances[c] as number) / total)),
  };
}

function covarianceOf({ values, n, d }: Points): { readonly centre: Float64Array; readonly covariance: Float64Array } {
  const centre = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let f = 0; f < d; f++) centre[f] = (centre[f] as number) + (values[i * d + f] as number) / n;
  const covariance = new Float64Array(d * d);
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < d; a++) {
      const x = (values[i * d + a] as number) - (centre[a] as number);
      for (let b = 0; b < d; b++) {
        const y = (values[i * d + b] as number) - (centre[b] as number);
        covariance[a * d + b] = (covariance[a * d + b] as number) + (x * y) / n;
      }
    }
  }
  return { centre, covariance };
}

function identity(d: number): Float64Array {
  return Float64Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 1 : 0));
}

/** One round over all pairs; false when nothing is left off the diagonal. */
function rotateAll(matrix: Float64Array, directions: Float64Array): boolean {
  const d = Math.sqrt(matrix.length);
  let rotated = false;
  for (let p = 0; p < d; p++) {
    for (let q = p + 1; q < d; q++) {
      const off = matrix[p * d + q] as number;
      const [app, aqq] = [matrix[p * d + p] as number, matrix[q * d + q] as number];
      if (Math.abs(off) <= 1e-14 * (Math.abs(app) + Math.abs(aqq))) continue;
      rotated = true;
      const theta = (aqq - app) / (2 * off);
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const c = 1 / Math.sqrt(t * t + 1);
      rotate(matrix, { p, q, c, s: t * c, d });
      rotateColumns(directions, { p, q, c, s: t * c, d });
    }
  }
  return rotated;
}

interface Rotation {
  readonly p: number;
  readonly q: number;
  readonly c: number;
  readonly s: number;
  readonly d: number;
}

/** From both sides. */
function rotate(matrix: Float64Array, rotation: Rotation): void {
  rotateColumns(matrix, rotation);
  const { p, q, c, s, d } = rotation;
  for (let i = 0; i < d; i++) {
    const [x, y] = [matrix[p * d + i] as number, matrix[q * d + i] as number];
    matrix[p * d + i] = c * x - s * y;
    matrix[q * d + i] = s * x + c * y;
  }
}

function rotateColumns(matrix: Float64Array, { p, q, c, s, d }: Rotation): void {
  for (let i = 0; i < d; i++) {
    const [x, y] = [matrix[i * d + p] as number, matrix[i * d + q] as number];
    matrix[i * d + p] = c * x - s * y;
    matrix[i * d + q] = s * x + c * y;
  }
}

function upwards(axis: Float64Array): Float64Array {
  const largest = axis.reduce((most, part) => (Math.abs(part) > Math.abs(most) ? part : most), 0);
  return largest < 0 ? axis.map((part) => -part) : axis;
}
