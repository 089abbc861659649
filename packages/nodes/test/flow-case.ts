// A case: rows and a flow (or one node's config) with what every evaluator has to answer, in flows/<kind>.json.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition, Diagnostic } from '@tierflow/definition';
import { tableOf } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { type Flow, flowSchema } from '@tierflow/flow';
import { nodeKinds } from '../src/index.ts';

export interface FlowCase {
  readonly title: string;
  readonly data: NonNullable<Flow['data']>;
  /** Config of one node called `node` behind a source; or a whole flow without its frame. */
  readonly config?: Flow['nodes'][number]['config'];
  readonly flow?: Pick<Flow, 'nodes' | 'edges'> & Partial<Pick<Flow, 'playbooks'>>;
  readonly timeZone?: string;
  readonly asOf: string;
  /** Day of the fit, if another. */
  readonly fitAsOf?: string;
  readonly rows: readonly { readonly [name: string]: unknown }[];
  readonly expect: {
    /** `code` or `code@path`, all of them, in order. */
    readonly diagnostics?: readonly string[];
    /** Per column id, one value per row; null is missing. */
    readonly columns?: { readonly [id: string]: readonly unknown[] };
    /** Per mask `node:port`, the positions of the rows in it. */
    readonly ports?: { readonly [port: string]: readonly number[] };
    /** Per node, the positions of the rows for which it is unknown. */
    readonly unknown?: { readonly [node: string]: readonly number[] };
    readonly parameters?: { readonly [id: string]: unknown };
    /** Per row, parts of the decision. */
    readonly decisions?: readonly { readonly [name: string]: unknown }[];
    /** Nodes left out of the definition. */
    readonly blocked?: readonly string[];
  };
}

export function flowOf(kind: string, given: FlowCase): Flow {
  const source = { id: 'src', kind: 'source', config: { data: Object.keys(given.data)[0] ?? 'customers' } };
  const parts = given.flow ?? {
    nodes: [source, { id: 'node', kind, config: given.config ?? {} }],
    edges: [{ from: 'src', to: 'node' }],
  };
  return flowSchema.parse({
    format: 'tierflow/flow@1',
    id: 'case',
    title: given.title,
    timeZone: given.timeZone ?? 'Asia/Shanghai',
    data: given.data,
    ...parts,
  });
}

export interface PreparedCase {
  readonly definition: Definition | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly blocked: readonly string[];
}

/** Compiled, and fitted on the case's own rows. */
export async function prepareCase(kind: string, given: FlowCase): Promise<PreparedCase> {
  const flow = flowOf(kind, given);
  const { schema, diagnostics: dataRemarks } = dataSchemaOf(flow);
  const { definition, diagnostics, nodes } = compile(flow, nodeKinds, schema);
  const remarks = [...dataRemarks, ...diagnostics];
  const blocked = [...nodes.values()].filter((facts) => facts.blockedBy !== undefined).map((facts) => facts.id);
  if (definition === undefined) return { definition, diagnostics: remarks, blocked };
  const table = tableOf(definition.input, given.rows, definition.timeZone);
  const fitted = await fit(definition, table, { asOf: given.fitAsOf ?? given.asOf, generation: 'case' });
  return { definition: fitted.definition, diagnostics: [...remarks, ...fitted.warnings], blocked };
}
