// A tile for every province at its rough place, and the next tile in a direction. Which people are where is told by the engine.

export interface Tile {
  /** Short name; the value of a column begins with it, be it short or full. */
  readonly name: string;
  readonly down: number;
  readonly across: number;
}

/** As on a map: north is up. A dot is a place without a province. */
const map = [
  '. . . . . . . 黑龙江',
  '. . . . . . . 吉林',
  '新疆 . 甘肃 宁夏 内蒙古 北京 天津 辽宁',
  '. 青海 . 陕西 山西 河北 山东 .',
  '西藏 . 四川 重庆 河南 安徽 江苏 上海',
  '. . 云南 贵州 湖北 江西 浙江 .',
  '. . . 广西 湖南 福建 . 台湾',
  '. . . . 广东 香港 . .',
  '. . . 海南 澳门 . . .',
];

export const provinceTiles: readonly Tile[] = map.flatMap((row, down) =>
  row.split(' ').flatMap((name, across): Tile[] => (name === '.' ? [] : [{ name, down, across }])),
);

const arrows: { readonly [key: string]: readonly [down: number, across: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The tile an arrow key leads to: the nearest in that direction, sideways steps counting double. Undefined for other keys and at the edge. */
export function tileTowards(key: string, from: Tile): Tile | undefined {
  const by = arrows[key];
  if (by === undefined) return undefined;
  const [down, across] = by;
  const way = (tile: Tile): number => {
    const [dy, dx] = [tile.down - from.down, tile.across - from.across];
    const ahead = dy * down + dx * across;
    return ahead <= 0 ? Number.POSITIVE_INFINITY : ahead + 2 * Math.abs(dy * across + dx * down);
  };
  const nearest = provinceTiles.toSorted((a, b) => way(a) - way(b))[0];
  return nearest !== undefined && Number.isFinite(way(nearest)) ? nearest : undefined;
}
