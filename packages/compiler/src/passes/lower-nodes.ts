// Fourth pass, the heart: node by node in order, inputs are joined, the node is checked and lowered. One broken node does
// not stop the others; those below it are told and left out.
import type { Column, Diagnostic, LocalText } from '@tierflow/definition';
import type { FormulaScope } from '@tierflow/expression';
import { type Flow, type FlowNode, localText, portOf } from '@tierflow/flow';
import type { NodeFacts } from '../compilation.ts';
import type { DataSchema } from '../data-schema.ts';
import type { Checked, ColumnInfo, KindRegistry, NodeContext, NodeKind, Scope } from '../define-node.ts';
import { openNode } from '../node-context.ts';
import { attachNode } from './attach-node.ts';
import { type Branch, joinInputs } from './join-inputs.ts';
import type { NodeOrder } from './order-nodes.ts';
import type { Known, ProgramNode } from './program.ts';
import type { ReadConfigs, ReadNode } from './read-configs.ts';

export interface LowerRequest {
  readonly flow: Flow;
  readonly kinds: KindRegistry;
  readonly data: DataSchema;
  readonly configs: ReadConfigs;
  readonly order: NodeOrder;
}

export interface LoweredFlow {
  readonly program: readonly ProgramNode[];
  readonly facts: ReadonlyMap<string, NodeFacts>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One node's outcome: part of the program, or not and why. */
interface Outcome {
  readonly node?: ProgramNode;
  readonly columns?: readonly Column[];
  readonly scope: Scope;
  /** What flows on for the eyes of nodes below, also out of a broken node. */
  readonly out: Scope;
  readonly reads?: readonly string[];
  readonly formulas?: ReadonlyMap<string, FormulaScope>;
  readonly blockedBy?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function lowerNodes(request: LowerRequest): LoweredFlow {
  const outcomes = new Map<string, Outcome>();
  const columns = new Map<string, Column>();
  const known: Known = {
    column: (id) => columns.get(id),
    everybody: (id) => {
      const expr = columns.get(id)?.expr;
      return expr?.op === 'literal' && expr.value === true;
    },
  };
  const program: ProgramNode[] = [];
  for (const id of request.order.order) {
    const outcome = lowerNode(id, request, outcomes, known);
    outcomes.set(id, outcome);
    for (const column of outcome.columns ?? []) columns.set(column.id, column);
    if (outcome.node !== undefined) program.push(outcome.node);
  }
  for (const id of request.order.cyclic) outcomes.set(id, { scope: new Map(), out: new Map(), blockedBy: [id], diagnostics: [] });
  const nodes = request.flow.nodes.filter((node, at, all) => all.findIndex((other) => other.id === node.id) === at);
  return {
    program,
    facts: new Map(nodes.map((node) => [node.id, factsOf(node, request, outcomes.get(node.id))])),
    diagnostics: [...outcomes.values()].flatMap((outcome) => outcome.diagnostics),
  };
}

function lowerNode(id: string, request: LowerRequest, outcomes: ReadonlyMap<string, Outcome>, known: Known): Outcome {
  const edges = request.order.inputs.get(id) ?? [];
  const above = edges.flatMap((edge) => outcomes.get(edge.from) ?? []);
  const scope: Scope = new Map(above.flatMap((outcome) => [...outcome.out]));
  const read = request.configs.read.get(id);
  if (read === undefined) return { scope, out: scope, blockedBy: [id], diagnostics: [] };
  const blockedBy = [...new Set(above.flatMap((outcome) => outcome.blockedBy ?? []))];
  if (blockedBy.length > 0) {
    const told: Diagnostic = { code: 'upstream.invalid', severity: 'info', at: { node: id }, params: { nodes: blockedBy.join(', ') } };
    return { scope, out: scope, blockedBy, diagnostics: [told] };
  }
  if (read.kind.input === 'none') return sourceOutcome(read, request, known);
  if (edges.length === 0) {
    return {
      scope,
      out: scope,
      blockedBy: [id],
      diagnostics: [{ code: 'node.no-input', severity: 'warning', at: { node: id }, params: {} }],
    };
  }
  const branches = edges.map((edge): Branch => {
    const from = outcomes.get(edge.from);
    const port = from?.node?.ports.find((candidate) => candidate.id === portOf(edge));
    return { from: edge.from, port: portOf(edge), mask: port?.mask ?? '', scope: from?.out ?? scope };
  });
  return peopleOutcome(read, branches, request, known);
}

function sourceOutcome(read: ReadNode, request: LowerRequest, known: Known): Outcome {
  const { context } = openNode({ node: read.node, config: read.config, scope: new Map(), flow: request.flow, data: request.data });
  const checked = checkedNode(read.kind, context);
  if (checked.failed) return failedOutcome(read, context.scope, checked);
  const node = attachNode({ read, lowered: read.kind.lower(context), scope: context.scope, known });
  return { node, columns: node.columns, scope: node.out, out: node.out, reads: [], diagnostics: checked.diagnostics };
}

function peopleOutcome(read: ReadNode, branches: readonly Branch[], request: LowerRequest, known: Known): Outcome {
  const joined = joinInputs(read.node.id, branches, read.priority, known);
  const { context, formulas } = openNode({
    node: read.node,
    config: read.config,
    scope: joined.scope,
    flow: request.flow,
    data: request.data,
  });
  const checked = checkedNode(read.kind, context);
  const strangers = read.priority.filter(
    (entry) => !branches.some((branch) => entry === branch.from || entry === `${branch.from}:${branch.port}`),
  );
  const remarks = [
    ...joined.diagnostics,
    ...strangers.map((entry) => context.report('input.unknown-priority', 'priority', { input: entry }, 'warning')),
  ];
  if (checked.failed) {
    return { ...failedOutcome(read, joined.scope, { ...checked, diagnostics: [...remarks, ...checked.diagnostics] }), formulas };
  }
  const seen: Known = { column: (id) => joined.columns.find((column) => column.id === id) ?? known.column(id), everybody: known.everybody };
  const attached = attachNode({ read, lowered: read.kind.lower(context), scope: joined.scope, in: joined.in, known: seen });
  const node: ProgramNode = { ...attached, columns: [...joined.columns, ...attached.columns] };
  return {
    node,
    columns: node.columns,
    scope: joined.scope,
    out: node.out,
    reads: checked.reads,
    formulas,
    diagnostics: [...remarks, ...checked.diagnostics, ...shadowed(node, joined.scope)],
  };
}

interface CheckedNode extends Checked {
  readonly failed: boolean;
}

function checkedNode(kind: NodeKind, context: NodeContext<unknown>): CheckedNode {
  const checked = kind.check(context);
  return {
    diagnostics: checked.diagnostics,
    reads: [...new Set(checked.reads)],
    failed: checked.diagnostics.some((found) => found.severity === 'error'),
  };
}

function failedOutcome(read: ReadNode, scope: Scope, checked: Checked): Outcome {
  return { scope, out: scope, reads: checked.reads, blockedBy: [read.node.id], diagnostics: checked.diagnostics };
}

/** A new column hides an older one of the same name from everything below; a remark, unless that is what it is for. */
function shadowed(node: ProgramNode, scope: Scope): readonly Diagnostic[] {
  const meant = new Set((node.lowered.columns ?? []).flatMap(({ name, replaces }) => (replaces === true ? name : [])));
  return node.makes.flatMap((info): Diagnostic[] => {
    const hidden = scope.get(info.name);
    if (hidden === undefined || meant.has(info.name)) return [];
    return [
      {
        code: 'column.shadowed',
        severity: 'warning',
        at: { node: node.read.node.id },
        params: { name: info.name, by: node.read.node.id, of: hidden.node ?? '' },
      },
    ];
  });
}

function factsOf(node: FlowNode, { flow, kinds, configs }: LowerRequest, outcome: Outcome | undefined): NodeFacts {
  const read = configs.read.get(node.id);
  const makes: readonly ColumnInfo[] = outcome?.node?.makes ?? [];
  const probes = outcome?.node?.probes;
  const blockedBy = outcome === undefined && read?.kind.group !== 'canvas' ? [node.id] : outcome?.blockedBy;
  return {
    id: node.id,
    kind: node.kind,
    title: titleOf(node, kinds),
    scope: outcome?.scope ?? new Map(),
    makes,
    ports: read?.ports ?? [],
    reads: outcome?.reads ?? [],
    ...(read === undefined ? {} : { summary: read.kind.summary({ config: read.config, flow }) }),
    ...(probes === undefined || probes.length === 0 ? {} : { probes }),
    ...(outcome?.formulas === undefined || outcome.formulas.size === 0 ? {} : { formulas: outcome.formulas }),
    ...(blockedBy === undefined ? {} : { blockedBy }),
  };
}

/** The title a person gave, else the kind's name. */
export function titleOf(node: FlowNode, kinds: KindRegistry): LocalText {
  if (node.title !== undefined && node.title !== '') return localText(node.title);
  const kind = kinds.get(node.kind);
  const en = kind?.messages.en['name'] ?? node.kind;
  const zh = kind?.messages['zh-CN']['name'];
  return zh === undefined ? { en } : { en, 'zh-CN': zh };
}
