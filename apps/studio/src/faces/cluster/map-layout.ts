// Where the points of a map stand in its picture. Both axes have one scale, so that distances are true.
import { signOf } from './signs.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly cluster: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly clusters: readonly {
    readonly number: number;
    /** Signs of its people as one path. */
    readonly path: string;
    /** Its middle. */
    readonly x: number;
    readonly y: number;
  }[];
}

const width = 320;
const border = 12;
const [lowest, highest] = [120, 320];

export function mapLayout(points: readonly Point[]): MapLayout {
  const [left, right] = endsOf(points.map(({ x }) => x));
  const [low, high] = endsOf(points.map(({ y }) => y));
  const scale = Math.min((width - 2 * border) / (right - left || 1), (highest - 2 * border) / (high - low || 1));
  const height = Math.max(lowest, (high - low) * scale + 2 * border);
  const place = ({ x, y }: Point) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 - (y - (low + high) / 2) * scale,
  });
  const numbers = [...new Set(points.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const clusters = numbers.map((number) => {
    const own = points.filter(({ cluster }) => cluster === number).map(place);
    const { path } = signOf(number);
    return {
      number,
      path: own.map(({ x, y }) => moved(path, x, y)).join(''),
      x: own.reduce((sum, point) => sum + point.x, 0) / own.length,
      y: own.reduce((sum, point) => sum + point.y, 0) / own.length,
    };
  });
  return { width, height, clusters };
}

function endsOf(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

/** A sign at a place: its first step is the only absolute one besides lines. */
function moved(path: string, x: number, y: number): string {
  return path.replaceAll(/([MLH])(-?[\d.]+)(?:,(-?[\d.]+))?/g, (_, letter: string, a: string, b: string | undefined) =>
    b === undefined ? `${letter}${round(Number(a) + x)}` : `${letter}${round(Number(a) + x)},${round(Number(b) + y)}`,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Measures that make up most of an axis, the strongest first, with the direction they point in. */
export function strongest(axis: readonly number[], measures: readonly string[]): readonly string[] {
  const parts = axis.map((part, at) => ({ part, name: measures[at] ?? '' })).sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  const most = Math.abs(parts[0]?.part ?? 0);
  return parts.filter(({ part }) => Math.abs(part) >= most / 2).map(({ part, name }) => `${part < 0 ? '−' : '+'}\u00a0${name}`);
}
