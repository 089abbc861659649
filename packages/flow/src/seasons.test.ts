// Seasons: the flow as it is in one, edits made in one, and what becomes of their numbers when nodes change.
import { expect, test } from 'vitest';
import { inSeason } from './commands/in-season.ts';
import { copyNodes, pasteClip } from './commands/paste.ts';
import { removeNodes } from './commands/remove-nodes.ts';
import { moveSeason, putSeason, removeSeason, setSeasonValue } from './commands/seasons.ts';
import { renameNode, setConfig } from './commands/set-config.ts';
import { diffFlows } from './diff.ts';
import { commit, openHistory, undo } from './history.ts';
import { readPath } from './path.ts';
import type { Flow, FlowSeason } from './schema.ts';
import { flowOn, flowSeasonOn } from './seasons.ts';

const sale: FlowSeason = {
  id: 'sale',
  title: 'Sale',
  from: '11-01',
  to: '11-11',
  yearly: true,
  values: [{ node: 'tiers', path: 'bands.0.from', value: 60 }],
};
const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'Asia/Shanghai',
  nodes: [
    {
      id: 'tiers',
      kind: 'tiers',
      config: {
        on: 'score',
        bands: [
          { id: 'vip', from: 80 },
          { id: 'gold', from: 50 },
          { id: 'rest', from: null },
        ],
      },
    },
    { id: 'other', kind: 'abc', config: { shares: [0.8, 0.95] } },
  ],
  edges: [],
  seasons: [sale, { id: 'spring', title: 'Spring', from: '2027-02-01', to: '2027-02-14', values: [] }],
};

const configOf = (of: Flow, id = 'tiers') => of.nodes.find((node) => node.id === id)?.config;
const numbersOf = (of: Flow, id = 'sale') => of.seasons?.find((season) => season.id === id)?.values;

test('both ends belong to a season, yearly ones come every year, and the first of several holds', () => {
  const winter: FlowSeason = { id: 'winter', title: 'Winter', from: '12-20', to: '01-05', yearly: true, values: [] };
  const leap: FlowSeason = { id: 'leap', title: 'Leap', from: '02-29', to: '02-29', yearly: true, values: [] };
  const all: Flow = { ...flow, seasons: [...(flow.seasons ?? []), winter, leap, { ...winter, id: 'later', from: '01-05', to: '01-06' }] };
  const days = ['2026-10-31', '2026-11-01', '2031-11-11', '2026-11-12', '2027-01-31', '2027-02-14', '2028-02-14'];
  expect(days.map((day) => flowSeasonOn(all, day)?.id)).toEqual([undefined, 'sale', 'sale', undefined, undefined, 'spring', undefined]);
  const turns = ['2026-12-31', '2027-01-05', '2027-01-06', '2028-02-29', '2027-02-28', '2027-03-01', 'no day'];
  expect(turns.map((day) => flowSeasonOn(all, day)?.id)).toEqual(['winter', 'winter', 'later', 'leap', undefined, undefined, undefined]);
});

test('a flow in a season has its numbers; other nodes are the very same', () => {
  const seen = flowOn(flow, '2026-11-05');
  expect(readPath(configOf(seen), 'bands.0.from')).toBe(60);
  expect(seen.nodes[1]).toBe(flow.nodes[1]);
  expect(flowOn(flow, '2026-12-01')).toBe(flow);
});

test('a number edited in a season is the season’s, one step, and is taken back by undo or by the usual number', () => {
  const edited = inSeason('sale', (seen) => setConfig(seen, { node: 'tiers', path: 'bands.1.from', value: 45 }))(flow);
  expect(edited.flow.nodes).toBe(flow.nodes);
  expect(numbersOf(edited.flow)).toEqual([...sale.values, { node: 'tiers', path: 'bands.1.from', value: 45 }]);
  expect(edited.step).toMatchObject({ code: 'setSeasonValue', season: 'sale', before: 50, after: 45 });
  expect(undo(commit(openHistory(flow), edited)).present).toBe(flow);
  const usual = inSeason('sale', (seen) => setConfig(seen, { node: 'tiers', path: 'bands.0.from', value: 80 }))(flow);
  expect(numbersOf(usual.flow)).toEqual([]);
});

test('whole lists set in a season keep their numbers apart: texts, names and new entries belong to all seasons', () => {
  const bands = [
    { id: 'vip', from: 55, title: 'VIP' },
    { id: 'new', from: 52 },
    { id: 'gold', from: 50 },
    { id: 'rest', from: null },
  ];
  const { flow: after } = inSeason('sale', (seen) => setConfig(seen, { node: 'tiers', path: 'bands', value: bands }))(flow);
  expect(readPath(configOf(after), 'bands')).toEqual([{ id: 'vip', from: 80, title: 'VIP' }, ...bands.slice(1)]);
  expect(numbersOf(after)).toEqual([{ node: 'tiers', path: 'bands.0.from', value: 55 }]);
  const named = inSeason('sale', (seen) => renameNode(seen, 'tiers', 'Levels'))(flow).flow;
  expect(named.nodes[0]).toEqual({ ...flow.nodes[0], title: 'Levels' });
  const shorter = inSeason('sale', (seen) => setConfig(seen, { node: 'other', path: 'shares', value: [0.95] }))(flow).flow;
  expect(readPath(configOf(shorter, 'other'), 'shares')).toEqual([0.95]);
});

test('numbers stay with their entry when the list changes, and go with it', () => {
  const swapped = [
    { id: 'gold', from: 50 },
    { id: 'vip', from: 80 },
    { id: 'rest', from: null },
  ];
  const moved = setConfig(flow, { node: 'tiers', path: 'bands', value: swapped }).flow;
  expect(numbersOf(moved)).toEqual([{ node: 'tiers', path: 'bands.1.from', value: 60 }]);
  expect(numbersOf(setConfig(flow, { node: 'tiers', path: 'bands.0', value: undefined }).flow)).toEqual([]);
  expect(numbersOf(setConfig(flow, { node: 'tiers', path: 'on', value: 'spent' }).flow)).toBe(sale.values);
  expect(numbersOf(removeNodes(flow, ['tiers']).flow)).toEqual([]);
});

test('copies take their numbers along, and the season where the other flow has none', () => {
  const clip = copyNodes(flow, ['tiers']);
  if (clip === undefined) throw new Error('nothing copied');
  const here = pasteClip(flow, clip, { x: 0, y: 0 }).flow;
  expect(numbersOf(here)).toEqual([...sale.values, { node: 'tiers-2', path: 'bands.0.from', value: 60 }]);
  const { seasons: _, ...plain } = flow;
  const there = pasteClip({ ...plain, nodes: [] }, clip, { x: 0, y: 0 }).flow;
  expect(there.seasons).toEqual([sale]);
});

test('seasons are put, ordered and removed; a difference names each number', () => {
  const put = putSeason(flow, { ...sale, to: '11-12' }).flow;
  expect(diffFlows(flow, put).changes).toEqual([
    { type: 'seasonChanged', season: put.seasons?.[0], fields: [{ path: 'to', before: '11-11', after: '11-12' }] },
  ]);
  const set = setSeasonValue(flow, 'sale', { node: 'tiers', path: 'bands.0.from', value: 62 }).flow;
  expect(diffFlows(flow, set).changes).toMatchObject([{ fields: [{ path: 'values.tiers bands.0.from', before: 60, after: 62 }] }]);
  const turned = moveSeason(flow, 'spring', -1).flow;
  expect(turned.seasons?.map(({ id }) => id)).toEqual(['spring', 'sale']);
  expect(diffFlows(flow, turned).changes).toMatchObject([{ type: 'seasonsReordered' }]);
  const without = removeSeason(removeSeason(flow, 'sale').flow, 'spring').flow;
  expect('seasons' in without).toBe(false);
  expect(diffFlows(flow, without).changes.map(({ type }) => type)).toEqual(['seasonRemoved', 'seasonRemoved']);
});
