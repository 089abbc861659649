// Formulas said in plain words, in both languages.
import { functionTable } from '@tierflow/definition';
import { describe, expect, test } from 'vitest';
import en from '../src/echo/en.json' with { type: 'json' };
import zh from '../src/echo/zh-CN.json' with { type: 'json' };
import { echoFormula, formulaParts } from '../src/index.ts';
import { compile, scope } from './scope.ts';

const said = (text: string, language: 'en' | 'zh-CN') => {
  const { expr, diagnostics } = compile(text);
  if (expr === undefined) throw new Error(JSON.stringify(diagnostics));
  return echoFormula(expr, { language });
};

test.each([
  ['spend > 1000 and visits >= 3', 'spend is more than 1,000 and visits is at least 3', 'spend 大于 1,000 且 visits 不低于 3'],
  ['城市 = "北京" or vip', '城市 is “北京” or vip', '城市为“北京”或 vip'],
  ['(spend > 1 and vip) or visits = 2', '(spend is more than 1 and vip) or visits is 2', '（spend 大于 1 且 vip）或 visits 为 2'],
  ['$sum(orders.amount) / visits', '(the total amount of orders) ÷ visits', '（orders 的 amount 合计） ÷ visits'],
  [
    '$sum(orders[status = "paid"].amount) > 100',
    '(the total amount of orders where status is “paid”) is more than 100',
    '（status 为“paid”的 orders 的 amount 合计）大于 100',
  ],
  ['$count(orders)', 'the number of orders', 'orders 的条数'],
  ['(spend + visits) * 2 - 1', '(spend + visits) × 2 − 1', '（spend + visits） × 2 − 1'],
  [
    'last_order >= $addDays($asOf(), -30)',
    'last_order is on or after the day 30 days before the as-of day',
    'last_order 不早于截止日之前 30 天',
  ],
  ['last_order < "2024-01-31"', 'last_order is before 2024-01-31', 'last_order 早于 2024-01-31'],
  ['vip ? 2 : visits > 5 ? 1 : 0', '2 if vip, 1 if visits is more than 5, else 0', '若 vip，则为 2；若 visits 大于 5，则为 1；否则为 0'],
  ['spend ?? 0', 'spend, or 0 where there is none', 'spend（无值时取 0）'],
  ['$not(city in ["Beijing", "Shanghai"])', 'city is none of “Beijing”, “Shanghai”', 'city 不属于“Beijing”、“Shanghai”'],
  ['$round(spend / 3, 2)', '(spend ÷ 3) rounded to 2 decimals', '（spend ÷ 3）保留 2 位小数'],
  ['orders[1].amount', 'the amount of line 2 of orders by ordered_at', 'orders 按 ordered_at 排序的第 2 行的 amount'],
  ['(orders^(>amount).sku)[0]', 'the first sku of orders by amount, largest first', 'orders 按 amount 从大到小排序的第一个 sku'],
  ['name & "-" & spend', 'name + “-” + spend joined', 'name + “-” + spend 依次相连'],
])('%s', (text, en, zh) => {
  expect(said(text, 'en')).toBe(en);
  expect(said(text, 'zh-CN')).toBe(zh);
});

test('columns are called what people call them', () => {
  const label = () => '年消费';
  expect(echoFormula(compile('spend > 1').expr ?? { op: 'asOf' }, { language: 'zh-CN', label })).toBe('年消费大于 1');
});

describe('every function has words', () => {
  test.each(Object.entries(functionTable))('%s', (fn, spec) => {
    const args = spec.args.map((_, at) => ({ op: 'field', name: `f${at}` }) as const);
    for (const language of ['en', 'zh-CN'] as const) {
      const all = echoFormula({ op: 'call', fn, args }, { language });
      expect(all).not.toMatch(new RegExp(`^${fn}\\(`));
      const needed = echoFormula({ op: 'call', fn, args: args.slice(0, spec.required) }, { language });
      expect(needed).not.toMatch(/\{|\b(undefined)\b/);
      expect(needed).toContain('f0');
    }
  });
});

test('both languages have the same words', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
});

test('every part of a formula can be said', () => {
  for (const { expr } of formulaParts('$sum(orders[qty > 1].amount) > spend * 2 ? $uppercase(name) : "no"', scope)) {
    expect(echoFormula(expr, { language: 'en' })).not.toBe('');
  }
});
