// Every place of the table with its names, down to a level. Codes are those of GB/T 2260 without their zeros: 32, 3201, 320102.
import divisions from './divisions.json' with { type: 'json' };
import { oldNames } from './old-names.ts';
import { provinces, wellKnownCities } from './provinces.ts';
import { shortName } from './short-name.ts';

export const levels = ['province', 'city', 'county'] as const;

export type Level = (typeof levels)[number];

export interface Place {
  readonly code: string;
  readonly level: Level;
  readonly full: string;
  readonly short: string;
}

function allPlaces(): readonly Place[] {
  const above = provinces.map(({ code, short }): Place => ({ code, level: 'province', full: fullName(code), short }));
  const below = Object.entries(divisions.cities).flatMap(([code, line]) => {
    const [city = '', ...counties] = line.split(' ');
    const county = city === '' && !isMunicipal(code) ? 'city' : 'county';
    const place = (suffix: string, full: string, level: Level): Place => ({ code: code + suffix, level, full, short: shortName(full) });
    return [...(city === '' ? [] : [place('', city, 'city')]), ...counties.map((one) => place(one.slice(0, 2), one.slice(2), county))];
  });
  return [...above, ...below];
}

function fullName(code: string): string {
  return (divisions.provinces as { readonly [code: string]: string })[code] ?? '';
}

/** Beijing, Tianjin, Shanghai, Chongqing, Hong Kong and Macao are city and province in one. */
const municipal: readonly string[] = ['11', '12', '31', '50', '81', '82'];

export function isMunicipal(code: string): boolean {
  return municipal.includes(code.slice(0, 2));
}

/** Provinces, then each city with its counties. A county that stands under a province directly is a city. */
export const places: readonly Place[] = allPlaces();

/** Codes by which a place of a municipality, or the municipality itself, is known to lie in its city. */
export function cityNames(): readonly (readonly [code: string, place: Place])[] {
  const cities = places.filter(({ level }) => level === 'city').map((place) => [place.code, place] as const);
  const whole = places.filter(({ code, level }) => level === 'province' && isMunicipal(code));
  const parts = Object.keys(divisions.cities).filter(isMunicipal);
  const within = (place: Place) =>
    [place.code, ...parts.filter((code) => code.startsWith(place.code))].map((code) => [code, place] as const);
  return [...cities, ...whole.flatMap(within)];
}

/** The city a place lies in, itself if it is one; the municipality for what lies in one. */
export function cityOf({ code, level }: Pick<Place, 'code' | 'level'>): string {
  if (isMunicipal(code)) return code.slice(0, 2);
  return level === 'county' ? code.slice(0, 4) : code;
}

/** What is meant first by a name: the province, then a well-known city. */
type Weight = 'province' | 'well-known' | 'plain';

export interface Naming {
  /** In small letters. */
  readonly name: string;
  readonly place: Place;
  /** Of what the name names, or named. */
  readonly level: Level;
  readonly weight: Weight;
}

/** Names of the places of a level, those of its places that are no longer in use among them. */
export function namesAt(level: Level): readonly Naming[] {
  const before = oldNames.filter((one) => one.level === level);
  const byCode = new Map(before.length === 0 ? [] : places.map((place) => [place.code, place]));
  const old = before.flatMap(({ name, code }): Naming[] => {
    const place = byCode.get(code);
    return place === undefined ? [] : [{ name, place, level, weight: 'plain' }];
  });
  return [...places.filter((place) => place.level === level).flatMap(namesOf), ...old];
}

function namesOf(place: Place): readonly Naming[] {
  const { code, full, short, level } = place;
  if (level === 'province') {
    const { english, also } = provinces.find((one) => one.code === code) ?? { english: '', also: [] };
    const foreign = [english.toLowerCase(), `${english.toLowerCase()} ${isMunicipal(code) ? 'city' : 'province'}`];
    return [...new Set([full, short, `${short}省`, `${short}市`, ...foreign, ...also])]
      .filter((name) => name !== `${short}市` || isMunicipal(code))
      .filter((name) => name !== `${short}省` || !isMunicipal(code))
      .map((name) => ({ name, place, level, weight: 'province' }));
  }
  const weight = wellKnownCities.includes(code) ? 'well-known' : 'plain';
  const names = full.endsWith('自治州') ? [full, short, `${short}州`] : [full, short];
  return [...new Set(names)].map((name) => ({ name, place, level, weight }));
}
