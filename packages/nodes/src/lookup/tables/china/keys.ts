// Names as the keys of a look-up table: what each stands for at a level, and what it stands for inside an area.
import { cityOf, type Level, levels, type Naming, namesAt, type Place } from './places.ts';

/** What stands beside a name that several places share. */
export const AMBIGUOUS = '?';
/** Between an area and a name inside it. */
export const INSIDE = '|';

export interface Keys {
  /** A name and the code of its place, or the mark of an ambiguous one. */
  readonly names: ReadonlyMap<string, string>;
  /** `32|鼓楼`: what an ambiguous name stands for inside a province or a city. */
  readonly inside: ReadonlyMap<string, string>;
}

/** The keys of a level: names of provinces, of cities as well, of counties as well. */
export function keysOf(level: Level): Keys {
  const names = new Map<string, string>();
  const inside = new Map<string, string>();
  for (const [name, group] of groupsOf(level)) {
    const codes = meant(group, level);
    names.set(name, codes.length === 1 ? (codes[0] as string) : AMBIGUOUS);
    if (new Set(group.map(({ place }) => codeAt(place, level))).size > 1) settle(name, group, level, inside);
  }
  return { names, inside };
}

/** What each name of a level names. Names of counties make names of cities ambiguous, though they are no keys themselves at that level. */
function groupsOf(level: Level): ReadonlyMap<string, readonly Naming[]> {
  const groups = new Map<string, Naming[]>();
  for (const naming of levels.slice(0, levels.indexOf(level) + 1).flatMap(namesAt)) {
    const group = groups.get(naming.name);
    if (group === undefined) groups.set(naming.name, [naming]);
    else group.push(naming);
  }
  if (level === 'city') for (const naming of namesAt('county')) groups.get(naming.name)?.push(naming);
  return groups;
}

function codeAt(place: Place, level: Level): string {
  return level === 'county' ? place.code : cityOf(place);
}

/** What a bare name stands for: one code, or several. */
function meant(group: readonly Naming[], level: Level): readonly string[] {
  const province = group.find(({ weight }) => weight === 'province')?.place;
  // A province is never meant for a district or an autonomous prefecture of its name; a city of its name is called like it.
  const city = group.find(({ place }) => place.level === 'city' && place.full.endsWith('市'))?.place;
  if (province !== undefined) return city === undefined || level === 'province' ? [province.code] : [province.code, city.code];
  const known = group.find(({ weight }) => weight === 'well-known')?.place;
  if (known !== undefined) return [known.code];
  // A city and counties inside it: it is in the city in any case.
  const codes = [...new Set(group.map(({ place }) => codeAt(place, level)))];
  const around = codes.find((code) => codes.every((one) => one.startsWith(code)));
  return around === undefined ? codes : [around];
}

/** Inside an area that holds one of the places only, the name is not ambiguous. */
function settle(name: string, group: readonly Naming[], level: Level, inside: Map<string, string>): void {
  const areas = new Map<string, Naming[]>();
  for (const naming of group) {
    const { code } = naming.place;
    for (const area of [code.slice(0, 2), code.slice(0, 4)]) {
      if (area.length >= code.length) continue;
      areas.set(area, [...(areas.get(area) ?? []), naming]);
    }
  }
  for (const [area, within] of areas) {
    const codes = meant(within, level);
    inside.set(`${area}${INSIDE}${name}`, codes.length === 1 ? (codes[0] as string) : AMBIGUOUS);
  }
}

/** Names of the areas that settle what a name stands for: provinces, and cities where counties are asked for. */
export function areaKeys(level: Level): ReadonlyMap<string, string> {
  const cities = level === 'county' ? [...keysOf('city').names].filter(([, code]) => code !== AMBIGUOUS && code.length <= 4) : [];
  return new Map([...cities, ...keysOf('province').names]);
}
