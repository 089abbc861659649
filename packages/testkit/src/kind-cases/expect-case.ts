// Compares what a case of a node kind expects with what happened.
import { expect } from 'vitest';
import type { KindCase } from './kind-case.ts';
import type { KindCaseOutcome } from './run-kind-case.ts';

/** Fails the running test where they differ. Only what the case names is compared, and always that evaluators agree. */
export function expectCase(expected: KindCase['expect'], outcome: KindCaseOutcome): void {
  expect(outcome.errors, 'errors').toEqual(expected.errors);
  expect(outcome.disagreements, 'evaluators agree').toEqual([]);
  for (const [port, keys] of Object.entries(expected.ports ?? {})) expect(outcome.ports[port], `port ${port}`).toEqual(keys);
  if (expected.unknown !== undefined) expect(outcome.unknown, 'unknown').toEqual(expected.unknown);
  for (const [name, values] of Object.entries(expected.columns ?? {})) {
    for (const [key, value] of Object.entries(values)) expectClose(outcome.columns[name]?.[key], value, `${name} of ${key}`);
  }
  for (const [id, value] of Object.entries(expected.parameters ?? {})) expect(outcome.parameters[id], `parameter ${id}`).toEqual(value);
}

function expectClose(found: unknown, expected: boolean | number | string | null, what: string): void {
  if (typeof found !== 'number' || typeof expected !== 'number') expect(found, what).toBe(expected);
  else
    expect(Math.abs(found - expected), `${what}: ${found} instead of ${expected}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
}
