import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDayIn, civilFromDays, daysFromCivil, formatDay, parseDay, parseInstant } from './civil-day.ts';

test('day numbers and dates are inverse over two thousand years', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
      const { year, month, day } = civilFromDays(days);
      expect(daysFromCivil(year, month, day)).toBe(days);
      expect(parseDay(formatDay(days))).toBe(days);
      expect(formatDay(days)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

test.each(['2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-1-01', '0000-00-00', 'yesterday', ''])('%j is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test('an instant needs a zone and real parts', () => {
  expect(parseInstant('2024-03-05T00:00:00Z')).toBe(Date.UTC(2024, 2, 5));
  expect(parseInstant('2024-03-05T08:00:00+08:00')).toBe(Date.UTC(2024, 2, 5));
  for (const text of ['2024-03-05T00:00:00', '2024-02-30T00:00:00Z', '2024-03-05T24:00:00Z', '2024-03-05'])
    expect(parseInstant(text)).toBeUndefined();
});

test('texts near a day or an instant are read as dates are, digit by digit', () => {
  const unit = fc.constantFrom(...'0123456789', ...'0123459', '-', ':', '.', 'T', 'Z', '/', ' ', '٣');
  const near = fc
    .tuple(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), fc.boolean(), fc.nat(23), unit)
    .map(([date, short, at, other]) => {
      const text = short ? `${date.toISOString().slice(0, 19)}Z` : date.toISOString();
      return [text, text.slice(0, at) + other + text.slice(at + 1)];
    });
  fc.assert(
    fc.property(near, (texts) => {
      for (const text of texts) {
        const isInstant = /^\d{4}-\d\d-\d\d[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?[Zz]$/.test(text);
        const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
        const isDay = /^\d{4}-\d\d-\d\d$/.test(text.slice(0, 10)) && !text.startsWith('0000') && !Number.isNaN(day.getTime());
        const real = isDay && day.toISOString().startsWith(text.slice(0, 10));
        expect(parseDay(text.slice(0, 10)), text).toBe(real ? day.getTime() / 86_400_000 : undefined);
        expect(parseInstant(text), text).toBe(real && isInstant ? Date.parse(text) : undefined);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the civil day changes at midnight of the zone, daylight saving included', () => {
  const shanghai = civilDayIn('Asia/Shanghai');
  expect(formatDay(shanghai(Date.UTC(2026, 0, 1, 15, 59)))).toBe('2026-01-01');
  expect(formatDay(shanghai(Date.UTC(2026, 0, 1, 16, 0)))).toBe('2026-01-02');
  const newYork = civilDayIn('America/New_York');
  expect(formatDay(newYork(Date.UTC(2026, 6, 1, 3, 59)))).toBe('2026-06-30');
  expect(formatDay(newYork(Date.UTC(2026, 0, 1, 4, 59)))).toBe('2025-12-31');
  expect(formatDay(civilDayIn('Asia/Kathmandu')(Date.UTC(2026, 0, 1, 18, 15)))).toBe('2026-01-02');
});
