import { civilDayIn, parseDay } from '@tierflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantIn, isTimeZone } from './zone.ts';

const wall = (text: string) => Date.parse(`${text}Z`);
const iso = (ms: number) => new Date(ms).toISOString();

describe('instantIn', () => {
  it('reads wall clocks', () => {
    expect(iso(instantIn('Asia/Shanghai')(wall('2024-03-05T08:00:00')))).toBe('2024-03-05T00:00:00.000Z');
    expect(iso(instantIn('UTC')(wall('2024-03-05T08:00:00')))).toBe('2024-03-05T08:00:00.000Z');
    expect(iso(instantIn('America/New_York')(wall('2024-07-01T00:00:00')))).toBe('2024-07-01T04:00:00.000Z');
  });

  it('takes the first of two equal times and moves on what never was', () => {
    const berlin = instantIn('Europe/Berlin');
    expect(iso(berlin(wall('2024-10-27T02:30:00')))).toBe('2024-10-27T00:30:00.000Z');
    expect(iso(berlin(wall('2024-03-31T02:30:00')))).toBe('2024-03-31T01:30:00.000Z');
    expect(iso(berlin(wall('2024-03-31T03:00:00')))).toBe('2024-03-31T01:00:00.000Z');
  });

  it('keeps the civil day of every wall clock time that exists', () => {
    for (const zone of ['Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns']) {
      const instant = instantIn(zone);
      const civilDay = civilDayIn(zone);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 24_000 }), fc.integer({ min: 4 * 60, max: 23 * 60 }), (day, minute) => {
          expect(civilDay(instant(day * 86_400_000 + minute * 60_000))).toBe(day);
        }),
        { numRuns: 300 },
      );
    }
    expect(parseDay('1970-01-01')).toBe(0);
  });

  it('knows zones', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    expect(isTimeZone('Mars/Base')).toBe(false);
  });
});
