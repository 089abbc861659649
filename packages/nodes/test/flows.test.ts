// Flows of several nodes around each kind, on every evaluator, with the laws that none may break. Cases of a single node are in
// the kinds' own folders.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, scopeOf, typeOf } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { describe, expect, it } from 'vitest';
import { nodeKinds } from '../src/index.ts';
import { type FlowCase, prepareCase } from './flow-case.ts';
import { evaluators, type Reading } from './readings.ts';

const kinds = join(import.meta.dirname, '../src');

function casesOf(kind: string): readonly FlowCase[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'flows', `${kind}.json`), 'utf8')) as FlowCase[];
}

describe.each([...nodeKinds.keys()])('%s', (kind) => {
  const cases = casesOf(kind);
  it('has at least four cases, those in its folder included', () => {
    const folder = join(kinds, kind, 'cases');
    const own = existsSync(folder) ? readdirSync(folder).length : 0;
    expect(own + cases.length).toBeGreaterThanOrEqual(4);
  });
  it.each(cases.map((given) => [given.title, given] as const))('%s', async (_, given) => {
    const { definition, diagnostics, blocked } = await prepareCase(kind, given);
    const told = diagnostics.map((found) =>
      found.at.path === undefined || found.at.path === '' ? found.code : `${found.code}@${found.at.path}`,
    );
    expect(told).toEqual(given.expect.diagnostics ?? []);
    if (given.expect.blocked !== undefined) expect(blocked).toEqual(given.expect.blocked);
    if (definition === undefined) return;
    checkTypes(definition);
    checkParameters(definition, given);
    for (const [name, read] of Object.entries(evaluators)) {
      const reading = await read(definition, given.rows, given.asOf);
      checkValues(name, reading, definition, given);
      checkSplits(name, reading, definition, given);
    }
    checkDecisions(definition, given);
  });
});

/** Each column's declared type is the type of its expression. */
function checkTypes(definition: Definition): void {
  const scope = scopeOf(definition);
  for (const column of definition.columns) expect(`${column.id}: ${typeOf(column.expr, scope)}`).toBe(`${column.id}: ${column.type}`);
}

function checkParameters(definition: Definition, given: FlowCase): void {
  const values = new Map(definition.parameters.map((parameter) => [parameter.id, parameter.value]));
  for (const [id, value] of Object.entries(given.expect.parameters ?? {})) expect(values.get(id), id).toEqual(value);
}

function checkValues(name: string, reading: Reading, definition: Definition, given: FlowCase): void {
  for (const [id, values] of Object.entries(given.expect.columns ?? {})) expect(reading[id], `${name} ${id}`).toEqual(values);
  const masks = new Map<string, string>(
    definition.nodes.flatMap((node) => [
      ...node.ports.map((port) => [`${node.id}:${port.id}`, port.mask] as const),
      [`${node.id}:in`, node.in] as const,
    ]),
  );
  const rowsIn = (mask: string): readonly number[] => (reading[mask] ?? []).flatMap((value, at) => (value === true ? [at] : []));
  for (const [port, rows] of Object.entries(given.expect.ports ?? {})) {
    expect(masks.has(port), `port ${port}`).toBe(true);
    expect(rowsIn(masks.get(port) ?? ''), `${name} ${port}`).toEqual(rows);
  }
  for (const [id, rows] of Object.entries(given.expect.unknown ?? {})) {
    const node = definition.nodes.find((candidate) => candidate.id === id);
    expect(rowsIn(node?.unknown ?? ''), `${name} unknown of ${id}`).toEqual(rows);
  }
}

/** Ports of a node that splits people are exclusive and complete. */
function checkSplits(name: string, reading: Reading, definition: Definition, given: FlowCase): void {
  for (const node of definition.nodes.filter((candidate) => candidate.ports.length > 1)) {
    given.rows.forEach((_, at) => {
      const through = node.ports.filter((port) => reading[port.mask]?.[at] === true).length;
      expect(through, `${name} ${node.id} row ${at}`).toBe(reading[node.in]?.[at] === true ? 1 : 0);
    });
  }
}

function checkDecisions(definition: Definition, given: FlowCase): void {
  const { decide } = decider(definition);
  const closures = decider(definition, { mode: 'closures' });
  given.rows.forEach((row, at) => {
    const decision = decide(row, { asOf: given.asOf });
    expect(closures.decide(row, { asOf: given.asOf })).toEqual(decision);
    const wanted = given.expect.decisions?.[at];
    if (wanted !== undefined) expect(decision, `decision ${at}`).toMatchObject(wanted);
  });
}
