import { expect, test } from 'vitest';
import { pastedPairs, withPasted } from './pasted-pairs.ts';

test('two columns of a spreadsheet become pairs; one text is no table', () => {
  expect(pastedPairs('SH\t上海\r\nGZ\t"广""州"\r\n\r\nBJ\r\n')).toEqual([
    { from: 'SH', to: '上海' },
    { from: 'GZ', to: '广"州' },
    { from: 'BJ', to: '' },
  ]);
  expect(pastedPairs('SH')).toBeUndefined();
});

test('pasted pairs take the place of an empty row and push the others down', () => {
  const [a, b, empty] = [
    { from: 'a', to: '1' },
    { from: 'b', to: '2' },
    { from: '', to: '' },
  ];
  expect(withPasted([a, empty], 1, [b])).toEqual([a, b]);
  expect(withPasted([a], 0, [b])).toEqual([b, a]);
  expect(withPasted([a], 1, [b])).toEqual([a, b]);
});
