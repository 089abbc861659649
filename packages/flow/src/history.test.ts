// Random edits: undo all brings back the start, redo all the end, and no edit ever closes a circle.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNode, insertOnEdge } from './commands/add-node.ts';
import type { Command } from './commands/change.ts';
import { connect, disconnect, reconnect } from './commands/connect.ts';
import { moveNodes, tidy } from './commands/move.ts';
import { copyNodes, pasteClip } from './commands/paste.ts';
import { removeNodes } from './commands/remove-nodes.ts';
import { renameNode, setConfig, setNote } from './commands/set-config.ts';
import { putPlaybook, replaceFlow, setTimeZone, setTitle } from './commands/whole-flow.ts';
import { diffFlows } from './diff.ts';
import { freshId, reachableFrom } from './graph.ts';
import { commit, historyLimit, openHistory, redo, undo } from './history.ts';
import { type Flow, flowSchema } from './schema.ts';

const empty: Flow = { format: 'tierflow/flow@1', id: 'f', title: 'Flow', timeZone: 'UTC', nodes: [], edges: [] };

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const idAt = (flow: Flow, at: number) => pick(flow.nodes, at)?.id ?? 'nobody';
const n = fc.nat({ max: 40 });

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(n, n, n).map(
    ([a, x, y]): Command =>
      (flow) => {
        const id = freshId(new Set(flow.nodes.map((node) => node.id)), 'filter');
        return addNode(flow, { id, kind: 'filter', config: {} }, { at: { x, y }, connect: { from: idAt(flow, a), to: id } });
      },
  ),
  n.map(
    (a): Command =>
      (flow) => {
        const id = freshId(new Set(flow.nodes.map((node) => node.id)), 'middle');
        const edge = pick(flow.edges, a);
        return addNode(
          flow,
          { id, kind: 'filter', config: {} },
          { at: { x: 1, y: 1 }, ...(edge === undefined ? {} : { splice: { edge, port: 'match' } }) },
        );
      },
  ),
  fc.tuple(n, n, fc.constantFrom('match', 'rest')).map(
    ([a, b, port]): Command =>
      (flow) =>
        connect(flow, { from: idAt(flow, a), port, to: idAt(flow, b) }),
  ),
  n.map(
    (a): Command =>
      (flow) =>
        disconnect(flow, flow.edges.slice(a % 7, (a % 7) + 1)),
  ),
  fc.tuple(n, n).map(
    ([a, b]): Command =>
      (flow) => {
        const edge = pick(flow.edges, a);
        return edge === undefined ? connect(flow, { from: 'x', to: 'x' }) : reconnect(flow, edge, { ...edge, to: idAt(flow, b) });
      },
  ),
  fc.tuple(n, n).map(
    ([a, b]): Command =>
      (flow) => {
        const edge = pick(flow.edges, a);
        return edge === undefined ? setTitle(flow, 'T') : insertOnEdge(flow, idAt(flow, b), edge, { at: { x: 2, y: 3 } });
      },
  ),
  fc.tuple(n, fc.boolean()).map(
    ([a, keep]): Command =>
      (flow) =>
        removeNodes(flow, [idAt(flow, a), idAt(flow, a + 1)].slice(0, 1 + (a % 2)), { reconnect: keep }),
  ),
  fc.tuple(n, n).map(
    ([a, value]): Command =>
      (flow) =>
        setConfig(flow, { node: idAt(flow, a), path: 'bands.0.from', value, ports: ['match', 'out'] }),
  ),
  fc.tuple(n, fc.string({ maxLength: 5 })).map(
    ([a, text]): Command =>
      (flow) =>
        renameNode(flow, idAt(flow, a), text === '' ? null : text),
  ),
  fc.tuple(n, fc.string({ maxLength: 5 })).map(
    ([a, text]): Command =>
      (flow) =>
        setNote(flow, idAt(flow, a), text),
  ),
  fc.tuple(n, n).map(
    ([a, x]): Command =>
      (flow) =>
        moveNodes(flow, { [idAt(flow, a)]: { x, y: x } }),
  ),
  fc.tuple(n, n).map(
    ([a, x]): Command =>
      (flow) => {
        const clip = copyNodes(flow, [idAt(flow, a), idAt(flow, a + 1)]);
        return clip === undefined ? setTitle(flow, 'P') : pasteClip(flow, clip, { x, y: 0 });
      },
  ),
  fc.constant<Command>((flow) => tidy(flow, new Map())),
  fc.constant<Command>((flow) => putPlaybook(flow, { id: 'call', title: 'Call' })),
  fc.constantFrom('UTC', 'Asia/Shanghai').map(
    (zone): Command =>
      (flow) =>
        setTimeZone(flow, zone),
  ),
  fc.constant<Command>((flow) => replaceFlow(flow, { ...empty, title: 'Other' }, 'import')),
);

test('undo all is the start, redo all the end', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      let history = openHistory(empty);
      const seen = [empty];
      for (const run of commands) {
        const next = commit(history, run(history.present));
        if (next !== history) seen.push(next.present);
        history = next;
      }
      const end = history.present;
      for (let at = seen.length - 2; at >= 0; at -= 1) {
        history = undo(history);
        expect(history.present).toBe(seen[at]);
      }
      expect(undo(history)).toBe(history);
      while (history.future.length > 0) history = redo(history);
      expect(history.present).toEqual(end);
    }),
  );
});

test('every document on the way is valid, without circles or loose ends, and the same content for diff', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      let flow = empty;
      for (const run of commands) {
        const next = run(flow);
        if (next.refused !== undefined && next.step.code !== 'addNode') expect(next.flow).toBe(flow);
        if (next.step.code === 'move' || next.step.code === 'tidy') expect(diffFlows(flow, next.flow).changes).toEqual([]);
        flow = next.flow;
      }
      expect(flowSchema.safeParse(flow).success).toBe(true);
      const ids = new Set(flow.nodes.map((node) => node.id));
      expect(ids.size).toBe(flow.nodes.length);
      for (const edge of flow.edges) expect(ids.has(edge.from) && ids.has(edge.to)).toBe(true);
      for (const id of ids) expect(reachableFrom(flow, id).has(id)).toBe(false);
      expect(diffFlows(flow, structuredClone(flow))).toEqual({ changes: [], moved: [] });
    }),
  );
});

test('keeps 200 steps', () => {
  let history = openHistory(empty);
  for (let at = 0; at < 250; at += 1) history = commit(history, setTitle(history.present, `T${at}`));
  expect(history.past).toHaveLength(historyLimit);
  while (history.past.length > 0) history = undo(history);
  expect(history.present.title).toBe('T49');
});
