// What formulas refuse, with the code and the exact characters, from cases/refusals.json.
import { readFileSync } from 'node:fs';
import { renderMessage } from '@tierflow/definition';
import { describe, expect, test } from 'vitest';
import { formulaMessages } from '../src/index.ts';
import { compile } from './scope.ts';

interface Refusal {
  readonly text: string;
  readonly code: string;
  readonly at?: string;
}

const cases = JSON.parse(readFileSync(new URL('../cases/refusals.json', import.meta.url), 'utf8')) as readonly Refusal[];

describe('refusals', () => {
  test.each(cases)('$text → $code', ({ text, code, at }) => {
    const { expr, diagnostics } = compile(text);
    expect(expr).toBeUndefined();
    const [first] = diagnostics;
    expect(first?.code).toBe(code);
    if (at !== undefined) expect(text.slice(first?.at.span?.from, first?.at.span?.to)).toBe(at);
    for (const messages of Object.values(formulaMessages)) {
      const words = renderMessage(messages, code, first?.params ?? {});
      expect(words).not.toBe(code);
      expect(words).not.toMatch(/\{\w+\}/);
    }
  });

  test('a repair compiles', () => {
    for (const text of [
      'spent > 1',
      'spend == 1',
      'spend && vip',
      'name = null',
      'sum(spend)',
      '$count(orders[amount > spend])',
      '$uppercas(name)',
      'spend＞1',
    ]) {
      const repaired = compile(text).diagnostics[0]?.repair?.value;
      expect(compile(String(repaired)).diagnostics).toEqual([]);
    }
  });

  test('several errors are all reported', () => {
    const { diagnostics } = compile('spent + visitz > $foo(1)');
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'formula.unknown-name-close',
      'formula.unknown-name-close',
      'formula.unknown-function',
    ]);
  });

  test('a broken variable is reported once', () => {
    expect(compile('($x := nope; $x + $x)').diagnostics).toHaveLength(1);
  });
});
