import { expect, test } from 'vitest';
import { parseInline, parseMarkdown } from './parse-markdown.ts';

const text = (value: string) => ({ type: 'text', text: value });

test('reads the blocks of a page', () => {
  const page =
    '# RFM\n\nWho bought\nwhen.\n\n- one\n- two `x`\n  more\n\n1. first\n2. second\n\n```\na | b\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  expect(parseMarkdown(page)).toEqual([
    { type: 'heading', level: 1, parts: [text('RFM')] },
    { type: 'paragraph', parts: [text('Who bought\nwhen.')] },
    { type: 'list', ordered: false, items: [[text('one')], [text('two '), { type: 'code', text: 'x' }, text(' more')]] },
    { type: 'list', ordered: true, items: [[text('first')], [text('second')]] },
    { type: 'code', text: 'a | b' },
    { type: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]] },
  ]);
});

test('reads emphasis, code and links', () => {
  expect(parseInline('a **b `c`** *d* [e](https://x.org/f)')).toEqual([
    text('a '),
    { type: 'strong', parts: [text('b '), { type: 'code', text: 'c' }] },
    text(' '),
    { type: 'emphasis', parts: [text('d')] },
    text(' '),
    { type: 'link', to: 'https://x.org/f', parts: [text('e')] },
  ]);
  expect(parseInline('`` `annual income` / 12 `` and `b`')).toEqual([
    { type: 'code', text: '`annual income` / 12' },
    text(' and '),
    { type: 'code', text: 'b' },
  ]);
  expect(parseInline('spent_12m and orders_12m, 3 * 4 * 5')).toEqual([text('spent_12m and orders_12m, 3 * 4 * 5')]);
});

test('never makes a link of anything but a web address, and HTML stays text', () => {
  expect(parseInline('[x](javascript:alert(1))')).not.toContainEqual(expect.objectContaining({ type: 'link' }));
  expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([{ type: 'paragraph', parts: [text('<img src=x onerror=alert(1)>')] }]);
});
