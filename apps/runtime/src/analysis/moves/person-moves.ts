// What would move one customer, under a fitted flow and within what its data shows.
import type { Moves } from '@tierflow/api';
import type { Definition, Json } from '@tierflow/definition';
import { actionableByType, type Lever, type Move, type Mover, mover } from '@tierflow/evaluator';
import { type Flow, leverOf } from '@tierflow/flow';
import type { Bench } from '../workbench.ts';
import { knownPopulation } from './known-columns.ts';

export interface Ground {
  readonly flow: Flow;
  readonly fitted: Definition;
  readonly bench: Bench;
  readonly asOf: string;
}

/** The search for a tiers node of a flow. */
export function moverOf({ flow, fitted, bench, asOf }: Ground, node: string): Mover {
  return mover(fitted, {
    asOf,
    node,
    known: knownPopulation(bench, flow),
    actionable: (lever) => isActionable(flow, lever),
    cache: bench.cache.code,
  });
}

/** As the flow says; an amount also follows its lines. Where it says nothing, the type decides. */
function isActionable(flow: Flow, lever: Lever): boolean {
  const said = leverOf(flow, placeOf(lever))?.actionable;
  if (said !== undefined) return said;
  const lines = lever.kind === 'amount' ? leverOf(flow, { collection: lever.collection })?.actionable : undefined;
  return lines ?? actionableByType(lever);
}

function placeOf(lever: Lever): { readonly collection?: string; readonly field?: string } {
  return lever.kind === 'lines'
    ? { collection: lever.collection }
    : lever.kind === 'amount'
      ? { collection: lever.collection, field: lever.field }
      : { field: lever.field };
}

/** What would move a customer: at the last tiers node they reach, else at the one that answers. Null where there is none. */
export function personMoves(ground: Ground, record: { readonly [name: string]: Json }, reached: (mask: string) => boolean): Moves | null {
  const { nodes, outputs } = ground.fitted;
  const arrives = (node: string): boolean => reached(nodes.find(({ id }) => id === node)?.in ?? '');
  const tiers = outputs.tiers.findLast(({ node }) => arrives(node)) ?? outputs.tiers.at(-1);
  if (tiers === undefined) return null;
  const { moves, falls, ...told } = moverOf(ground, tiers.node).explain(record);
  return { node: tiers.node, bands: bandsOf(tiers), ...told, moves: moves.map(wireMove), falls: falls.map(wireMove) };
}

export function bandsOf({ bands }: Definition['outputs']['tiers'][number]): Moves['bands'] {
  return bands.map(({ id, title }) => ({ id, title }));
}

type WireMove = Moves['moves'][number];

/** Values of a record are cells; whatever else stood in a field is told as missing. */
function wireMove({ line, from, next, top, ...move }: Move): WireMove {
  return {
    ...move,
    from: cellOf(from),
    next: next === null ? null : { ...next, to: cellOf(next.to) },
    top: top === null ? null : { ...top, to: cellOf(top.to) },
    ...(line === undefined
      ? {}
      : {
          line: {
            of: line.of,
            apart: line.apart,
            values: Object.fromEntries(Object.entries(line.values).map(([name, value]) => [name, cellOf(value)])),
          },
        }),
  };
}

export function cellOf(value: Json): WireMove['from'] {
  return value === null || typeof value !== 'object' ? value : null;
}
