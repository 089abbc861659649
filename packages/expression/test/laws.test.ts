// Laws of compiling, on random texts: it never throws, answers once, and its types agree with the definition's.
import { functionSpec, scopeOf, typeOf, walk } from '@tierflow/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completions, hover } from '../src/index.ts';
import { typedSource } from './grow.ts';
import { compile, fields, orders, programOf, scope, visitsList } from './scope.ts';

const WORDS = [
  'spend',
  'visits',
  'name',
  'vip',
  'last_order',
  'orders',
  'amount',
  'qty',
  'sku',
  '`annual income`',
  '城市',
  '$$',
  '$',
  '$x',
  '$sum',
  '$count',
  '$map',
  '$filter',
  '$reduce',
  '$max',
  '$exists',
  '$not',
  '$lookup',
  '$join',
  '$asOf()',
  '$daysSince',
  '$string',
  '$now',
  'function',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ';',
  ':',
  ':=',
  '.',
  '..',
  '?',
  '?:',
  '??',
  '+',
  '-',
  '*',
  '/',
  '%',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '&',
  'and',
  'or',
  'in',
  '~>',
  '^',
  '@',
  '#',
  '|',
  '1',
  '0',
  '2.5',
  '"a"',
  '"2024-01-01"',
  'true',
  'null',
  '/a/',
  '$o',
  '$o.amount',
  'function($o) {',
  '__proto__',
  'constructor',
  '！',
  '（',
];

const wordy = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' '));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 60 }), wordy);

describe('laws', () => {
  test('compiling, completing and hovering never throw, and spans lie in the text', () => {
    fc.assert(
      fc.property(anything, fc.nat(200), (source, offset) => {
        const { expr, type, diagnostics } = compile(source);
        expect(expr === undefined).toBe(diagnostics.length > 0);
        expect(type === undefined).toBe(expr === undefined);
        for (const { at } of diagnostics) {
          expect(at.span?.from).toBeGreaterThanOrEqual(0);
          expect(at.span?.to).toBeGreaterThanOrEqual(at.span?.from ?? 0);
          expect(at.span?.to).toBeLessThanOrEqual(source.length);
        }
        const at = Math.min(offset, source.length);
        for (const { from, to } of completions(source, at, scope)) expect(from <= at && at <= to && to <= source.length).toBe(true);
        hover(source, at, scope);
      }),
      { numRuns: 3_000 },
    );
  });

  test('what is grown by type compiles to that type, and every call fits the function table', () => {
    fc.assert(
      fc.property(typedSource, ([source, wanted]) => {
        const compiled = compile(source);
        const [first] = compiled.diagnostics;
        if (first !== undefined) {
          // Constants can leave nothing over, whatever the record.
          expect(['formula.too-deep', 'formula.too-large', 'formula.always-missing']).toContain(first.code);
          return;
        }
        expect(compiled.type).toBe(wanted);
        const definition = programOf(compiled, { fields, collections: [orders, visitsList] });
        const types = scopeOf(definition);
        if (compiled.expr === undefined) throw new Error('no expression');
        expect(typeOf(compiled.expr, types)).toBe(wanted);
        walk(compiled.expr, (part) => {
          if (part.op !== 'call') return;
          const spec = functionSpec(part.fn);
          expect(part.args.length).toBeGreaterThanOrEqual(spec?.required ?? 99);
          if (spec?.rest === undefined) expect(part.args.length).toBeLessThanOrEqual(spec?.args.length ?? 0);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
