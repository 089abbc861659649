import { formatDay } from '@tierflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoment } from './moment.ts';

const read = (text: string, order: 'ymd' | 'dmy' | 'mdy' = 'ymd') => {
  const moment = parseMoment(text, order);
  return moment === undefined
    ? undefined
    : [formatDay(moment.day), moment.time, moment.offset].filter((part) => part !== undefined).join(' ');
};

describe('parseMoment', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['9999-12-31', '9999-12-31'],
    ['2024-03-05T00:00:00Z', '2024-03-05 0 0'],
    ['2024-03-05 23:59:59', '2024-03-05 86399000'],
    ['2024/3/5 8:05', '2024-03-05 29100000'],
    ['2024年3月5日8时5分', '2024-03-05 29100000'],
    ['2024-03-05T10:00:00.123+08:00', '2024-03-05 36000123 480'],
    ['2024-03-05 10:00-0330', '2024-03-05 36000000 -210'],
    ['2024-03-05 12:00 AM', '2024-03-05 0'],
    ['2024-03-05 1:30:00 pm', '2024-03-05 48600000'],
  ])('%s', (text, want) => expect(read(text)).toBe(want));

  it.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '0000-00-00',
    '2024-13-01',
    '2024-00-10',
    '2024-3-32',
    '2024-03/05',
    '昨天',
    '45356',
    '2024-03-05 24:00',
    '2024-03-05 8',
    '2024-03-05T25:00:00Z',
    '2024-03-05 10:60',
    '2024-03-05 13:00 PM',
    '2024-03-05x',
    '202403051',
    '2024-03-05 10:00:00+25:00',
    '05.03.2024',
    '',
    '2024-03-055',
  ])('refuses %j', (text) => expect(read(text)).toBeUndefined());

  it('reads day first and month first by the rule of the column only', () => {
    expect(read('05.03.2024', 'dmy')).toBe('2024-03-05');
    expect(read('3/5/2024', 'mdy')).toBe('2024-03-05');
    expect(read('31/12/2023 08:00', 'dmy')).toBe('2023-12-31 28800000');
    expect(read('31/12/2023', 'mdy')).toBeUndefined();
    expect(read('30.02.2024', 'dmy')).toBeUndefined();
    expect(parseMoment('3/5/24', 'mdy')).toMatchObject({ shortYear: true });
    expect(read('3/5/69', 'mdy')).toBe('1969-03-05');
  });

  it('reads back every day it writes, in all forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const text = formatDay(day);
        const [y = '', m = '', d = ''] = text.split('-');
        expect(parseMoment(text, 'ymd')?.day).toBe(day);
        expect(parseMoment(`${y}${m}${d}`, 'ymd')?.day).toBe(day);
        expect(parseMoment(`${y}年${Number(m)}月${Number(d)}日`, 'ymd')?.day).toBe(day);
        expect(parseMoment(`${d}.${m}.${y}`, 'dmy')?.day).toBe(day);
        expect(parseMoment(`${m}/${d}/${y}`, 'mdy')?.day).toBe(day);
      }),
    );
  });
});
