// The flow files by themselves: valid, in both languages, true to the data, laid out so that nothing overlaps.
import { readFileSync } from 'node:fs';
import { type Flow, flowSchema, type Title } from '@tierflow/flow';
import { describe, expect, it } from 'vitest';
import { b2bAccounts, b2bDeals } from '../src/b2b/schema.ts';
import { retailCustomers, retailOrders } from '../src/retail/schema.ts';
import type { FileInfo } from '../src/schema.ts';

const CARD = 244;
const GAP = 96;
const ROW = 190;

const examples: readonly { readonly id: string; readonly files: readonly FileInfo[] }[] = [
  { id: 'rfm-five-tiers', files: [retailCustomers, retailOrders] },
  { id: 'win-back', files: [retailCustomers, retailOrders] },
  { id: 'b2b-grading', files: [b2bAccounts, b2bDeals] },
];

describe.each(examples)('$id', ({ id, files }) => {
  const flow: Flow = flowSchema.parse(JSON.parse(readFileSync(new URL(`../${id}/flow.json`, import.meta.url), 'utf8')));

  it('reads the files as they are written', () => {
    expect(flow.id).toBe(id);
    expect(flow.data).toEqual(
      Object.fromEntries(
        files.map(({ name, key, customer, time, columns }) => [
          name,
          {
            key,
            ...(customer === undefined ? {} : { customer }),
            ...(time === undefined ? {} : { time }),
            fields: columns.map((column) => ({ name: column.name, type: column.type })),
          },
        ]),
      ),
    );
  });

  it('is titled in both languages', () => {
    const titles = [
      flow.title,
      ...flow.nodes.map((node) => node.title),
      ...(flow.playbooks ?? []).flatMap((each) => [each.title, each.cadence, ...(each.actions ?? [])]),
    ];
    for (const title of titles) expect(inBothLanguages(title), JSON.stringify(title)).toBe(true);
  });

  it('connects every node, and every playbook is used', () => {
    const ids = new Set(flow.nodes.map((node) => node.id));
    expect(ids.size).toBe(flow.nodes.length);
    for (const edge of flow.edges) expect(ids.has(edge.from) && ids.has(edge.to)).toBe(true);
    for (const node of flow.nodes) expect(node.kind === 'source' || flow.edges.some((edge) => edge.to === node.id), node.id).toBe(true);
    const used = flow.nodes.filter((node) => node.kind === 'playbook').map((node) => node.config['playbook']);
    expect(new Set(used)).toEqual(new Set(flow.playbooks?.map((playbook) => playbook.id)));
  });

  it('runs from left to right with room between the cards', () => {
    const layout = flow.layout ?? {};
    expect(Object.keys(layout).sort()).toEqual(flow.nodes.map((node) => node.id).sort());
    for (const { from, to } of flow.edges)
      expect((layout[to]?.x ?? 0) - (layout[from]?.x ?? 0), `${from} to ${to}`).toBeGreaterThanOrEqual(CARD + GAP);
    const points = Object.entries(layout);
    for (const [i, [one, a]] of points.entries()) {
      for (const [other, b] of points.slice(i + 1)) {
        expect(Math.abs(a.x - b.x) >= CARD + GAP || Math.abs(a.y - b.y) >= ROW, `${one} and ${other}`).toBe(true);
      }
    }
  });
});

function inBothLanguages(title: Title | undefined): boolean {
  return title !== undefined && typeof title !== 'string' && title.en !== '' && title['zh-CN'] !== undefined;
}
