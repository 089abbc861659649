import { call } from '@tierflow/compiler';
import { type Definition, type Expr, functionsIn, type ValueType } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { expect, test } from 'vitest';
import type { CleanRule } from './config.ts';
import { isChanged, mendedValue } from './mend.ts';

const field: Expr = { op: 'field', name: 'value' };

/** For each value whether the rule changes it, as the count of the rule sees it. */
function changed(rule: CleanRule, type: ValueType, values: readonly (string | number | null)[]): readonly boolean[] {
  const after = mendedValue(rule, type, field) ?? expect.fail('asks');
  const expr = call('isTrue', isChanged(field, after));
  const definition: Definition = {
    format: 'tierflow/definition@1',
    name: 'mend',
    title: { en: 'Mend' },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: [...functionsIn(expr)],
    input: { key: 'key', fields: [{ name: 'value', type }], collections: [] },
    fittedOn: null,
    parameters: [],
    columns: [{ id: 'changed', node: 'clean', type: 'boolean', expr }],
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
  const { values: valuesOf } = decider(definition, { mode: 'closures' });
  return values.map((value) => valuesOf({ key: '1', ...(value === null ? {} : { value }) }, '2026-01-31').values.get('changed') === true);
}

test('a value that is filled in counts as changed, one that stays missing does not', () => {
  expect(changed({ do: 'default', field: 'f', value: 'x' }, 'string', [null, '', 'y'])).toEqual([true, true, false]);
  expect(changed({ do: 'trim', field: 'f' }, 'string', [null, ' a ', 'a'])).toEqual([false, true, false]);
  expect(changed({ do: 'clamp', field: 'f', min: 0, max: 10 }, 'number', [null, -1, 5, 11])).toEqual([false, true, false, true]);
});

test('a text that is replaced by itself is not changed', () => {
  const pairs = [
    { from: 'a', to: 'b' },
    { from: 'c', to: 'c' },
  ];
  expect(changed({ do: 'map', field: 'f', pairs }, 'string', ['a', 'b', 'c'])).toEqual([true, false, false]);
});
