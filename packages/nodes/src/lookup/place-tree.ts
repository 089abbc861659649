// The places of China as a tree to choose values from: region, province, city, county, with the values that a column of answers has.
import type { ValueTreeRef } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import type { Answer, LookupConfig } from './config.ts';
import { circleMembers, circles } from './tables/china/circles.ts';
import { isMunicipal, type Place, places } from './tables/china/places.ts';
import { type Province, provinces, type Region, regions } from './tables/china/provinces.ts';

/** A branch, or an entry that stands for a value; values may stand at several places. */
export interface TreeEntry {
  /** Unique in the tree. */
  readonly id: string;
  readonly title: LocalText;
  /** Other names it is found by, in small letters. */
  readonly also: readonly string[];
  /** Value of the column; branches have none. */
  readonly value?: string;
  readonly children: readonly TreeEntry[];
}

type Names = LookupConfig['names'];

const TREE = 'china-regions';

/** What a column of answers has of the tree; undefined for codes, which nobody chooses from a tree. */
export function placeTreeRef(show: Answer, { level, names }: Pick<LookupConfig, 'level' | 'names'>): ValueTreeRef | undefined {
  return show === 'code' ? undefined : { tree: TREE, settings: { show, level, names } };
}

/** The tree that a column's values stand in; undefined for a tree that is not known here. */
export function valueTree({ tree, settings }: ValueTreeRef): readonly TreeEntry[] | undefined {
  if (tree !== TREE) return undefined;
  const names: Names = settings['names'] === 'full' ? 'full' : 'short';
  switch (settings['show']) {
    case 'region':
      return labels(regions);
    case 'circle':
      return labels(circles);
    case 'province':
      return byRegion((province) => leaf(placeOf(province.code), names, province));
    case 'city':
      return [
        ...byRegion((province) => citiesOf(province, names, settings['level'] ?? 'city')),
        ...byCircle(names, settings['level'] ?? 'city'),
      ];
    case 'county':
      return byRegion((province) => countiesOf(province, names));
    default:
      return undefined;
  }
}

const branch = (id: string, title: LocalText, also: readonly string[], children: readonly TreeEntry[]): readonly TreeEntry[] =>
  children.length === 0 ? [] : [{ id, title, also, children }];

function labels(texts: { readonly [chinese: string]: string }): readonly TreeEntry[] {
  return Object.entries(texts).map(([value, en]) => ({ id: value, title: { en, 'zh-CN': value }, also: [], value, children: [] }));
}

function byRegion(entriesOf: (province: Province) => readonly TreeEntry[]): readonly TreeEntry[] {
  return (Object.keys(regions) as Region[]).flatMap((region) =>
    branch(region, { en: regions[region], 'zh-CN': region }, [], provinces.filter((one) => one.region === region).flatMap(entriesOf)),
  );
}

function placeOf(code: string): Place | undefined {
  return places.find((place) => place.code === code);
}

function leaf(place: Place | undefined, names: Names, province?: Province): readonly TreeEntry[] {
  if (place === undefined) return [];
  const { code, full, short } = place;
  const title = { en: province?.english ?? place[names], 'zh-CN': place[names] };
  const also = [full, short, ...(province?.also ?? []), ...(province === undefined ? [] : [province.english.toLowerCase()])];
  return [{ id: code, title, also, value: place[names], children: [] }];
}

function provinceBranch(province: Province, children: readonly TreeEntry[]): readonly TreeEntry[] {
  const { code, english, also } = province;
  const place = placeOf(code);
  return branch(code, { en: english, 'zh-CN': place?.full ?? '' }, [place?.short ?? '', english.toLowerCase(), ...also], children);
}

/** A municipality is its only city. Where a column names provinces, these are the only cities it can have. */
function citiesOf(province: Province, names: Names, level: string): readonly TreeEntry[] {
  if (isMunicipal(province.code)) return leaf(placeOf(province.code), names, province);
  if (level === 'province') return [];
  return provinceBranch(
    province,
    below(province.code, 'city').flatMap((place) => leaf(place, names)),
  );
}

function countiesOf(province: Province, names: Names): readonly TreeEntry[] {
  const counties = (code: string) => below(code, 'county').flatMap((place) => leaf(place, names));
  if (isMunicipal(province.code)) return provinceBranch(province, counties(province.code));
  const cities = below(province.code, 'city').flatMap((city) =>
    branch(city.code, { en: city.full, 'zh-CN': city.full }, [city.short], counties(city.code)),
  );
  return provinceBranch(province, cities);
}

function below(code: string, level: Place['level']): readonly Place[] {
  return places.filter((place) => place.level === level && place.code.startsWith(code));
}

/** The cities of each economic circle. */
function byCircle(names: Names, level: string): readonly TreeEntry[] {
  if (level === 'province') return [];
  const members = (codes: string): readonly TreeEntry[] =>
    codes.split(' ').flatMap((code) => {
      const cities =
        isMunicipal(code) || code.length > 2
          ? leaf(
              placeOf(code),
              names,
              provinces.find((one) => one.code === code),
            )
          : [];
      return cities.length > 0 ? cities : below(code, 'city').flatMap((place) => leaf(place, names));
    });
  const each = Object.entries(circles).flatMap(([circle, en]) =>
    branch(
      circle,
      { en, 'zh-CN': circle },
      [],
      members(circleMembers[circle as keyof typeof circles]).map((entry) => ({ ...entry, id: `${circle} ${entry.id}` })),
    ),
  );
  return branch('circles', { en: 'Economic circles', 'zh-CN': '经济圈' }, [], each);
}
