// Several compilations of one flow, as usual and in its seasons, become one definition: whole variants compile alone, so each
// keeps its own scales and twins, and every column that differs is switched by the same condition on the as-of day.
import {
  type Column,
  columnsOfFit,
  type Definition,
  functionsIn,
  type NodeEntry,
  type Outputs,
  seasonCondition,
} from '@tierflow/definition';
import type { FlowSeason } from '@tierflow/flow';
import { inReadingOrder, type Joining, joinColumn, joinParameters, pureColumns, readByColumn, unionOf } from './join-columns.ts';
import { joinFrames, joinInputs } from './join-frame.ts';
import { variantNames } from './variant-names.ts';

/** The flow compiled with a season's numbers put in. */
export interface InSeason {
  readonly season: FlowSeason;
  readonly definition: Definition;
}

/** The joined definition; undefined where a season changes what the flow is made of. */
export function joinSeasons(usual: Definition, seasons: readonly InSeason[]): Definition | undefined {
  const frame = joinFrames([usual, ...seasons.map(({ definition }) => definition)]);
  if (frame.conflict) return undefined;
  const variants = [{ suffix: '', definition: usual }, ...seasons.map(({ season, definition }) => ({ suffix: season.id, definition }))];
  const joining: Joining = { variants, names: variantNames(variants), conditions: seasons.map(({ season }) => seasonCondition(season)) };
  const shown = joinAll(joining);
  if (shown === undefined) return undefined;
  const parameters = joinParameters(joining);
  const columns = inReadingOrder([...shown, ...pureColumns(joining, parameters).values()]);
  if (columns === undefined) return undefined;
  const kept = stillRead(columns, frame, parameters);
  return {
    ...usual,
    input: joinInputs(variants.map(({ definition }) => definition.input)),
    requires: [...new Set(kept.flatMap((column) => [...functionsIn(column.expr)]))].sort(),
    parameters,
    columns: kept,
    nodes: frame.nodes,
    outputs: frame.outputs,
  };
}

function joinAll(joining: Joining): readonly Column[] | undefined {
  const lists = joining.variants.map(({ definition }) => definition.columns);
  const byId = lists.map((list) => new Map(list.map((column) => [column.id, column])));
  const joined = unionOf(lists.map((list) => list.map((column) => column.id))).map((id) =>
    joining.names.isSteady(id)
      ? byId[0]?.get(id)
      : joinColumn(
          byId.map((columns) => columns.get(id)),
          joining,
        ),
  );
  const columns = joined.filter((column): column is Column => column !== undefined && 'expr' in column);
  return columns.length === joined.length ? columns : undefined;
}

/** Without the steps that only fits read, where each season now has its own. */
function stillRead(
  columns: readonly Column[],
  { nodes, outputs }: { readonly nodes: readonly NodeEntry[]; readonly outputs: Outputs },
  parameters: Definition['parameters'],
): readonly Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const kept = new Set<string>();
  const open = [
    ...columns.filter((column) => column.name !== undefined).map((column) => column.id),
    ...nodes.flatMap((node) => [node.in, ...node.ports.map((port) => port.mask), ...(node.unknown === undefined ? [] : [node.unknown])]),
    ...outputs.tiers.flatMap((tier) => (tier.score === undefined ? [] : [tier.score])),
    ...outputs.playbooks.map((playbook) => playbook.mask),
    ...parameters.flatMap(({ fit }) => (fit === undefined ? [] : columnsOfFit(fit))),
  ];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const column = byId.get(id);
    if (column === undefined || kept.has(id)) continue;
    kept.add(id);
    open.push(...readByColumn(column));
  }
  return columns.filter((column) => kept.has(column.id));
}
