// Every template end to end on its example data: compiled, fitted, applied, compared with `expected.json` beside it
// (after a wanted change: `vitest run packages/templates/test/expected.test.ts -u`, and read the difference).
import { describe, expect, it } from 'vitest';
import { templates } from '../src/index.ts';
import { runTemplate } from './run-template.ts';

/** Kinds whose ways out are exclusive and leave nobody out. */
const SPLITTING = new Set(['filter', 'switch', 'tiers', 'lifecycle', 'allocate']);

describe.each(templates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  it('gives the expected counts on its example data, sends people everywhere and loses nobody', async () => {
    const { flow, nodes, diagnostics } = await runTemplate(template);
    expect(diagnostics).toEqual([]);
    const counts = Object.fromEntries(Object.entries(nodes).map(([node, { in: n, out, unknown }]) => [node, { in: n, out, unknown }]));
    await expect(`${JSON.stringify(counts, null, 2)}\n`).toMatchFileSnapshot(`../src/${id}/expected.json`);
    for (const { id: node, kind } of flow.nodes) {
      const { in: n, out } = nodes[node] ?? { in: 0, out: {} };
      if (SPLITTING.has(kind)) expect(sum(Object.values(out)), node).toBe(n);
      for (const [port, people] of Object.entries(out))
        if (port !== 'rest' && port !== 'unassigned') expect(people, `${node}:${port}`).toBeGreaterThan(0);
    }
  });
});

it('grades on the day of a season by its numbers: more customers stand high at Double 11 and over Spring Festival', async () => {
  const template = templates.find(({ id }) => id === 'season');
  if (template === undefined) throw new Error('no template');
  const grades = async (day?: string) => (await runTemplate(template, day)).nodes['grades']?.out;
  const [usual, sale, festival] = [await grades(), await grades('2026-11-11'), await grades('2027-02-10')];
  expect({ usual, sale, festival }).toMatchInlineSnapshot(`
    {
      "festival": {
        "bronze": 464,
        "gold": 272,
        "silver": 270,
        "unassigned": 194,
      },
      "sale": {
        "bronze": 415,
        "gold": 356,
        "silver": 253,
        "unassigned": 176,
      },
      "usual": {
        "bronze": 530,
        "gold": 233,
        "silver": 264,
        "unassigned": 173,
      },
    }
  `);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
