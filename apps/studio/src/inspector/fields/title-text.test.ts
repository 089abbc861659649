import { expect, test } from 'vitest';
import { titleIn, withTitle } from './title-text.ts';

const both = { en: 'Gold', 'zh-CN': '黄金' };

test('shows the text of a language', () => {
  expect(titleIn('Gold', 'zh-CN', false)).toBe('Gold');
  expect(titleIn('Gold', 'zh-CN', true)).toBe('');
  expect(titleIn(both, 'zh-CN', false)).toBe('黄金');
  expect(titleIn({ en: 'Gold' }, 'zh-CN', false)).toBe('Gold');
  expect(titleIn(null, 'en', false)).toBe('');
});

test('a title typed once stays one until a second language is typed', () => {
  expect(withTitle('Gold', 'zh-CN', '黄金', false)).toBe('黄金');
  expect(withTitle('Gold', 'zh-CN', '黄金', true)).toEqual(both);
  expect(withTitle(null, 'en', 'Gold', false)).toBe('Gold');
});

test('changes one language of two, and goes back to one when the other is emptied', () => {
  expect(withTitle(both, 'zh-CN', '金卡', false)).toEqual({ en: 'Gold', 'zh-CN': '金卡' });
  expect(withTitle(both, 'zh-CN', '', true)).toBe('Gold');
  expect(withTitle(both, 'en', '', true)).toBe('黄金');
  expect(withTitle('Gold', 'en', '', false)).toBeNull();
});
