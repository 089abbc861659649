import { nodeKinds, type TreeEntry, valueTree } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { chipsOf, chosenIn, found, namesakes, openRows, peopleIn, toggled } from './tree-rows.ts';

const tree = (show: string): readonly TreeEntry[] =>
  valueTree({ tree: 'china-regions', settings: { show, level: 'county', names: 'short' } }) ?? expect.fail(show);
const cities = tree('city');
const entry = (id: string, within = cities): TreeEntry => {
  const found = within.find((one) => one.id === id) ?? within.flatMap(({ children }) => children).find((one) => one.id === id);
  return found ?? expect.fail(id);
};
const titles = (rows: ReturnType<typeof openRows>) => rows.map(({ entry: { title }, level }) => `${level} ${title['zh-CN']}`);

test('closed branches hide what is below them; rows know their place', () => {
  expect(nodeKinds.has('lookup')).toBe(true);
  expect(openRows(cities, new Set())).toHaveLength(9);
  const rows = openRows(cities, new Set(['华东', '32']));
  expect(titles(rows).slice(2, 6)).toEqual(['1 华东', '2 上海', '2 江苏省', '3 南京']);
  expect(rows[5]).toMatchObject({ parent: '32', place: 1, beside: 13 });
});

test('a search finds Chinese names, English ones and initials, and opens the branches above', () => {
  const rows = (search: string) => {
    const { shown, above } = found(cities, search);
    return titles(openRows(cities, above, shown));
  };
  expect(rows('苏州')).toContain('3 苏州');
  expect(rows('jiangsu')).toEqual(['1 华东', '2 江苏省']);
  expect(rows('lyg')).toEqual(expect.arrayContaining(['3 连云港']));
  expect(rows('沪')).toEqual(['1 华东', '2 上海', '1 经济圈', '2 长三角', '3 上海']);
  expect(rows('火星')).toEqual([]);
  expect(rows('')).toHaveLength(9);
});

test('a branch is chosen and taken away as a whole, and shown as one', () => {
  const all = toggled(entry('32'), ['杭州']);
  expect(all).toHaveLength(14);
  expect(chosenIn(entry('32'), new Set(all))).toBe('all');
  expect(chosenIn(entry('华东'), new Set(all))).toBe('some');
  expect(chosenIn(entry('华南'), new Set(all))).toBe('none');
  expect(chipsOf(cities, [...all, 'Atlantis']).map(({ key, values }) => [key, values.length])).toEqual([
    ['32', 13],
    ['3301', 1],
    ['value Atlantis', 1],
  ]);
  expect(toggled(entry('32'), all)).toEqual(['杭州']);
  expect(toggled(entry('32'), ['南京', '杭州']).slice(0, 2)).toEqual(['南京', '杭州']);
});

test('a circle that is chosen whole is one chip, though its cities stand in provinces as well', () => {
  const delta = cities.at(-1)?.children.find(({ id }) => id === '长三角') ?? expect.fail('no circle');
  const chips = chipsOf(cities, [...toggled(delta, []), '北京']);
  expect(chips.map(({ key }) => key)).toEqual(['长三角', '11']);
});

test('one name of several places is told, a second view of the same place is none', () => {
  const counties = namesakes(tree('county'));
  expect(counties.get('朝阳')).toBeGreaterThan(1);
  expect(namesakes(cities).get('上海')).toBe(1);
});

test('people of a branch are the sum over its values', () => {
  const counts = new Map([
    ['南京', 3],
    ['苏州', 4],
    ['杭州', 9],
  ]);
  expect(peopleIn(entry('32'), counts)).toBe(7);
  expect(peopleIn(entry('32'), undefined)).toBeUndefined();
});
