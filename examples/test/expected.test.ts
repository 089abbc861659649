// Every example end to end: data from the seed through import, compiler, fit and sweep, compared with `expected.json`
// (after a wanted change: `vitest run examples/test/expected.test.ts -u`, and read the difference).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleRun, readFlow, runExample } from './run-example.ts';

const root = mkdtempSync(join(tmpdir(), 'tierflow-examples-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Kinds whose ways out are exclusive and leave nobody out. */
const SPLITTING = new Set(['filter', 'switch', 'split', 'tiers']);

describe.each([
  { id: 'rfm-five-tiers', data: 'retail' },
  { id: 'win-back', data: 'retail' },
  { id: 'b2b-grading', data: 'b2b' },
] as const)('$id', ({ id, data }) => {
  let run: ExampleRun;
  beforeAll(async () => {
    run = await runExample(id, data, join(root, id));
  });

  it('gives the expected tiers, playbooks and counts', async () => {
    await expect(`${JSON.stringify(run.result, null, 2)}\n`).toMatchFileSnapshot(`../${id}/expected.json`);
  });

  it('leaves nothing to remark', () => {
    expect(run.diagnostics).toEqual([]);
  });

  it('loses nobody on the way', () => {
    for (const node of readFlow(id).nodes.filter(({ kind }) => SPLITTING.has(kind))) {
      const counts = run.result.nodes[node.id];
      expect(
        Object.values(counts?.out ?? {}).reduce((sum, n) => sum + n, 0),
        node.id,
      ).toBe(counts?.in);
    }
  });

  it('sends people to every tier and every playbook', () => {
    for (const { id: tier, n } of run.result.tiers) expect(n, tier).toBeGreaterThan(0);
    for (const { id: playbook, n } of run.result.playbooks) expect(n, playbook).toBeGreaterThan(0);
  });

  it('has the numbers that its README tells', () => {
    const readme = readFileSync(new URL(`../${id}/README.md`, import.meta.url), 'utf8');
    const { tiers, unassigned, playbooks } = run.result;
    for (const [name, n] of [...tiers, ...playbooks].map((each) => [each.id, each.n] as const))
      expect(readme).toContain(`| \`${name}\` | ${n.toLocaleString('en-US')} |`);
    expect(readme).toContain(`| unassigned | ${unassigned.toLocaleString('en-US')} |`);
  });
});
