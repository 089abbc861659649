// Last pass: the frame of the definition. It stands last because the input and the functions listed are exactly those still in use.
import {
  type Collection,
  type Column,
  type Definition,
  type Expr,
  exprsOf,
  functionsIn,
  type Input,
  type NodeEntry,
  type Outputs,
  type Parameter,
  partsOf,
  previousFields,
  walk,
} from '@tierflow/definition';
import { type Flow, localText } from '@tierflow/flow';
import type { DataSchema } from '../data-schema.ts';
import type { KindRegistry } from '../define-node.ts';
import { keyOf, sourceFields } from '../inputs/source-fields.ts';
import { titleOf } from './lower-nodes.ts';
import type { ProgramNode } from './program.ts';
import type { PrunedProgram } from './prune-columns.ts';

export interface FinishRequest {
  readonly flow: Flow;
  readonly kinds: KindRegistry;
  readonly data: DataSchema;
  readonly program: readonly ProgramNode[];
  readonly outputs: Outputs;
  readonly pruned: PrunedProgram;
}

export function finishDefinition({ flow, kinds, data, program, outputs, pruned }: FinishRequest): Definition {
  const { columns, parameters } = pruned;
  return {
    format: 'tierflow/definition@1',
    name: flow.id,
    title: localText(flow.title),
    version: 0,
    revision: 0,
    timeZone: flow.timeZone,
    requires: [...new Set(columns.flatMap((column) => [...functionsIn(column.expr)]))].sort(),
    input: inputOf(data, columns, parameters),
    fittedOn: null,
    parameters,
    columns,
    nodes: program.map((node) => nodeEntry(node, flow, kinds)),
    outputs,
    vectors: [],
  };
}

function nodeEntry(node: ProgramNode, flow: Flow, kinds: KindRegistry): NodeEntry {
  const { read } = node;
  return {
    id: read.node.id,
    kind: read.node.kind,
    title: titleOf(read.node, kinds),
    summary: read.kind.summary({ config: read.config, flow }),
    in: node.in,
    ports: node.ports,
    ...(node.unknown === undefined ? {} : { unknown: node.unknown }),
    columns: node.columns.filter((column) => column.name !== undefined).map((column) => column.id),
  };
}

/** The part of the data the program and its fits read, and no more. */
function inputOf(data: DataSchema, columns: readonly Column[], parameters: readonly Parameter[] = []): Input {
  const fields = new Set<string>();
  const lines = new Map<string, Set<string>>();
  const read = (expr: Expr, from?: string): void => {
    walk(expr, (part) => {
      if (part.op === 'field') fields.add(part.name);
      if (part.op === 'line' && from !== undefined) lines.get(from)?.add(part.name);
      if (part.op === 'aggregate') readLines(part.from, partsOf(part));
    });
  };
  const readLines = (from: string, exprs: readonly Expr[]): void => {
    lines.set(from, lines.get(from) ?? new Set());
    for (const expr of exprs) read(expr, from);
  };
  for (const column of columns) read(column.expr);
  // A definition that was compiled has to be fitted on the same input.
  for (const { fit } of parameters) if (fit?.lines !== undefined) readLines(fit.lines.from, exprsOf(fit.lines));
  const collections = data.collections.flatMap((collection): Collection[] => {
    const used = lines.get(collection.name);
    if (used === undefined) return [];
    const kept = collection.fields.filter((field) => used.has(field.name) || field.name === collection.time);
    return [{ name: collection.name, ...(collection.time === undefined ? {} : { time: collection.time }), fields: kept }];
  });
  return {
    key: keyOf(data),
    fields: [...sourceFields(data), ...Object.values(previousFields)].filter((field) => fields.has(field.name)),
    collections,
  };
}
