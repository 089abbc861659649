// What is said of a place, from its code: region, province, city, county, circle, and the code itself.
import { call, type LabelValue, literal } from '@tierflow/compiler';
import type { Expr, LocalText } from '@tierflow/definition';
import type { Answer, LookupConfig } from './config.ts';
import { beside } from './outcome.ts';
import { type Circle, circleMembers, circles, outsideCircles } from './tables/china/circles.ts';
import { cityNames, type Place, places } from './tables/china/places.ts';
import { provinces, regions } from './tables/china/provinces.ts';

type Names = LookupConfig['names'];
type Asked = Pick<LookupConfig, 'level' | 'names'>;

export const answerTitles: { readonly [answer in Answer]: LocalText } = {
  region: { en: 'Region', 'zh-CN': '大区' },
  province: { en: 'Province', 'zh-CN': '省级' },
  city: { en: 'City', 'zh-CN': '地级' },
  county: { en: 'County', 'zh-CN': '县级' },
  circle: { en: 'Economic circle', 'zh-CN': '经济圈' },
  code: { en: 'Division code', 'zh-CN': '行政区划代码' },
};

const labels = (texts: { readonly [chinese: string]: string }): readonly LabelValue[] =>
  Object.entries(texts).map(([value, en]) => ({ value, title: { en, 'zh-CN': value } }));

/** All values of an answer, where they are few. */
export function answerValues(answer: Answer, names: Names): readonly LabelValue[] | undefined {
  if (answer === 'region') return labels(regions);
  if (answer === 'circle') return labels(circles);
  if (answer !== 'province') return undefined;
  return provinces.map(({ code, english }) => {
    const place = places.find((one) => one.code === code);
    return { value: nameOf(place, names), title: { en: english, 'zh-CN': nameOf(place, names) } };
  });
}

/** An answer as an expression over the code of the place; only keys that the level can reach stand in it. */
export function answerOf(answer: Answer, place: Expr, asked: Asked): Expr {
  const first = (digits: number): Expr => call('substring', place, literal(0), literal(digits));
  switch (answer) {
    case 'region':
      return beside(first(2), new Map(provinces.map(({ code, region }) => [code, region])));
    case 'province':
      return beside(first(2), tableOf('province', asked.names));
    case 'city':
      return cityName(place, first(4), asked);
    case 'county':
      return beside(place, tableOf('county', asked.names));
    case 'circle':
      return circleName(place, first, asked);
    case 'code':
      return fullCode(place, first(2));
  }
}

function nameOf(place: Place | undefined, names: Names): string {
  return place?.[names] ?? '';
}

function tableOf(level: Place['level'], names: Names): ReadonlyMap<string, string> {
  return new Map(places.filter((place) => place.level === level).map((place) => [place.code, place[names]]));
}

function cityName(place: Expr, city: Expr, { level, names }: Asked): Expr {
  const table = new Map(
    cityNames()
      .filter(([code, { level: of }]) => level !== 'province' || (of === 'province' && code.length === 2))
      .map(([code, of]) => [code, of[names]]),
  );
  return level === 'province' ? beside(place, table) : call('coalesce', beside(city, table), beside(place, table));
}

/** Beside a county that is no part of its city's circle. */
const OUTSIDE = '-';

function circleName(place: Expr, first: (digits: number) => Expr, { level }: Asked): Expr {
  const members = (Object.keys(circles) as Circle[]).flatMap((circle) =>
    circleMembers[circle].split(' ').map((code) => [code, circle] as const),
  );
  const reached = members.filter(([code]) => level !== 'province' || code.length === 2);
  const whole = beside(first(2), new Map(reached.filter(([code]) => code.length === 2)));
  if (level === 'province') return whole;
  const cities = new Map(reached.filter(([code]) => code.length === 4));
  const exact = new Map<string, string>([
    ...reached.filter(([code]) => code.length === 6),
    ...(level === 'county' ? outsideCircles.map((code) => [code, OUTSIDE] as const) : []),
  ]);
  const found = call('coalesce', beside(place, exact), beside(first(4), cities), whole);
  return level === 'county' ? call('case', call('ne', found, literal(OUTSIDE)), found) : found;
}

/** Six digits. Taiwan, Hong Kong and Macao have a code as a whole only. */
function fullCode(place: Expr, province: Expr): Expr {
  const zeros = call('substring', literal('0000'), call('sub', call('length', place), literal(2)));
  const whole = call('in', province, { op: 'list', values: ['71', '81', '82'] });
  return call('case', whole, call('concat', province, literal('0000')), call('exists', place), call('concat', place, zeros));
}
