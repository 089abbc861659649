// Kinds are found by name, by synonym, and by the initials of the Chinese name.
import type { NodeKind } from '@tierflow/compiler';
import { expect, test } from 'vitest';
import { searchKinds } from './kind-search.ts';
import { pinyinInitials } from './pinyin-initials.ts';

test.each([
  ['客户等级', 'khdj'],
  ['加权评分', 'jqpf'],
  ['筛选', 'sx'],
  ['RFM 打分', 'rfmdf'],
  ['运营策略', 'yycl'],
  ['数据源', 'sjy'],
  ['资源分配', 'zyfp'],
])('initials of %s', (text, initials) => expect(pinyinInitials(text)).toBe(initials));

const kind = (name: string, group: string, words: { readonly en: string; readonly zh: string; readonly search?: string }) =>
  ({
    kind: name,
    group,
    messages: { en: { name: words.en, search: words.search ?? '', about: '' }, 'zh-CN': { name: words.zh } },
  }) as unknown as NodeKind;

const kinds = [
  kind('tiers', 'tier', { en: 'Tiers', zh: '等级', search: 'grade level top spenders' }),
  kind('filter', 'filter', { en: 'Filter', zh: '筛选' }),
  kind('source', 'data', { en: 'Source', zh: '数据源' }),
];

test('all kinds stand in task order, matches by how well they fit', () => {
  expect(searchKinds(kinds, '').map((each) => each.kind)).toEqual(['source', 'filter', 'tiers']);
  expect(searchKinds(kinds, 'sx').map((each) => each.kind)).toEqual(['filter']);
  expect(searchKinds(kinds, 'top spend').map((each) => each.kind)).toEqual(['tiers']);
  expect(searchKinds(kinds, '等级')[0]?.kind).toBe('tiers');
  expect(searchKinds(kinds, 'nothing')).toEqual([]);
});
