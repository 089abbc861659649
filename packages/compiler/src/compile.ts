// compile: the passes in their order, each from new value to new value. Every file under passes/ says why it stands where it does.
import type { Diagnostic } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { Compilation } from './compilation.ts';
import type { DataSchema } from './data-schema.ts';
import type { KindRegistry } from './define-node.ts';
import { collectOutputs } from './passes/collect-outputs.ts';
import { finishDefinition } from './passes/finish-definition.ts';
import { lowerNodes } from './passes/lower-nodes.ts';
import { orderNodes } from './passes/order-nodes.ts';
import { pruneColumns } from './passes/prune-columns.ts';
import { readConfigs } from './passes/read-configs.ts';
import { resolveData } from './passes/resolve-data.ts';
import { addSeasons } from './seasons/add-seasons.ts';

/**
 * Compiles a flow against the data it reads. Never throws on a user's document: what is wrong stands in `diagnostics`,
 * and the definition holds whatever is sound. The same flow, kinds and data give the same definition.
 * @example
 * const { definition, diagnostics } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
 */
export function compile(flow: Flow, kinds: KindRegistry, data: DataSchema): Compilation {
  const { seasons, ...usual } = flow;
  const once = (content: Flow): Compilation => compileOnce(content, kinds, data);
  if (seasons === undefined || seasons.length === 0) return once(flow);
  return addSeasons({ flow, usual: once(usual), compile: once });
}

function compileOnce(flow: Flow, kinds: KindRegistry, data: DataSchema): Compilation {
  const configs = readConfigs(flow, kinds);
  const dataRemarks = resolveData(flow, data);
  const order = orderNodes(flow, configs);
  const { program, facts, diagnostics } = lowerNodes({ flow, kinds, data, configs, order });
  const collected = collectOutputs(flow, program);
  const pruned = pruneColumns(program, collected.outputs, collected.columns);
  const remarks = [...configs.diagnostics, ...dataRemarks, ...order.diagnostics, ...diagnostics, ...collected.diagnostics];
  const all = program.some((node) => node.lowered.source !== undefined) ? remarks : [...remarks, noSource(flow, configs.broken)];
  const sound = program.length > 0 && dataRemarks.every((remark) => remark.severity !== 'error');
  return {
    ...(sound ? { definition: finishDefinition({ flow, kinds, data, program, outputs: collected.outputs, pruned }) } : {}),
    diagnostics: all,
    nodes: facts,
  };
}

/** Without a source nobody flows; if one is there but broken, its own diagnostics say more. */
function noSource(flow: Flow, broken: ReadonlySet<string>): Diagnostic {
  const told = flow.nodes.length > 0 && broken.size > 0;
  return { code: 'flow.no-source', severity: told ? 'info' : 'error', at: {}, params: {} };
}
