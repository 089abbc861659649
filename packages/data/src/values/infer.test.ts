import { describe, expect, it } from 'vitest';
import { inferRule, settle } from './infer.ts';
import { ruleName } from './rule.ts';

const rule = (name: string, ...values: string[]): string => {
  const guess = inferRule(values, name, 'point');
  return guess.kind === 'rule' ? `${guess.rule.type} ${ruleName(guess.rule)}` : guess.kind === 'text' ? 'text' : guess.why;
};

describe('inferRule', () => {
  it.each([
    ['number decimal-point', 'x', '1', '2.5', '-3', '1,200'],
    ['number decimal-comma', 'x', '1.234,56', '0,5'],
    ['number decimal-point-percent', 'x', '12%', '3.5%'],
    ['text', 'x', '12%', '3.5'],
    ['text', 'x', '1', '-'],
    ['text', 'x', '007', '12'],
    ['text', 'x', '1234567890123456'],
    ['text', 'phone', '13800000000'],
    ['text', 'order_id', '1', '2'],
    ['text', '客户编号', '1', '2'],
    ['boolean true/false', 'x', 'true', 'FALSE'],
    ['boolean 是/否', 'x', '是'],
    ['boolean yes/no', 'x', 'yes', 'No'],
    ['text', 'country', 'NO'],
    ['number decimal-point', 'x', '0', '1'],
    ['date ymd', 'x', '2024-03-05', '2024/3/6', '2024年3月5日'],
    ['text', 'x', '2024-03-05', '2024-02-30'],
    ['date dmy', 'x', '31/12/2023', '01/02/2024'],
    ['date mdy', 'x', '12/31/2023', '01/02/2024'],
    ['date dmy', 'x', '05.03.2024'],
    ['dayOrder', 'x', '01/02/2024'],
    ['text', 'x', '3/5/24'],
    ['datetime ymd-local', 'x', '2024-03-05 08:00', '2024-03-06'],
    ['datetime ymd-instant', 'x', '2024-03-05T08:00:00Z', '2024-03-05T08:00:00+08:00'],
    ['text', 'x', '2024-03-05T08:00:00Z', '2024-03-05 08:00:00'],
    ['date ymd', '下单日期', '20240305'],
    ['fewDays', 'x', '20240305'],
    ['date ymd', 'x', ...Array.from({ length: 9 }, (_, i) => `2024030${i + 1}`)],
    ['number decimal-point', 'x', '20240305', '99999999'],
    ['empty', 'x'],
  ])('%s ← %s %s', (want, name, ...values) => expect(rule(name, ...values)).toBe(want));

  it('does not depend on the order of the values', () => {
    expect(rule('x', '01/02/2024', '31/12/2023')).toBe('date dmy');
    expect(rule('x', '0,5', '1,234')).toBe('number decimal-comma');
  });

  it('settles what stays open', () => {
    expect(ruleName(settle(['01/02/2024'], 'x', 'point'))).toBe('text');
    expect(ruleName(settle(['20240305'], 'x', 'point'))).toBe('decimal-point');
    expect(ruleName(settle([], 'x', 'point'))).toBe('text');
  });
});
