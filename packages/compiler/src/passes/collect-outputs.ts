// Fifth pass: what a decision answers, once all nodes are known, because names and playbooks meet only here.
import type { Column, Diagnostic, LocalText, Outputs, PlaybookOutput, TierOutput } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { call, column } from '../expressions.ts';
import { invariant } from '../invariant.ts';
import type { ProgramNode } from './program.ts';

export interface CollectedOutputs {
  readonly outputs: Outputs;
  /** Masks of playbooks that several nodes assign. */
  readonly columns: readonly Column[];
  readonly diagnostics: readonly Diagnostic[];
}

export function collectOutputs(flow: Flow, program: readonly ProgramNode[]): CollectedOutputs {
  const answers = program.flatMap((node) =>
    (node.lowered.columns ?? []).flatMap((part) =>
      part.answers === true && part.name !== undefined
        ? [{ name: part.name, node: node.read.node.id, type: part.type, column: `${node.read.node.id}.${part.id}` }]
        : [],
    ),
  );
  const named = uniquelyNamed(answers);
  const playbooks = collectPlaybooks(program);
  return {
    outputs: {
      tiers: program.flatMap(tierOutput),
      scores: named.filter((answer) => answer.type === 'number').map(({ name, column: id }) => ({ name, column: id })),
      labels: named.filter((answer) => answer.type === 'string').map(({ name, column: id }) => ({ name, column: id })),
      segments: uniqueSegments(program),
      playbooks: playbooks.outputs,
    },
    columns: playbooks.columns,
    diagnostics: [...sameNames(named), ...unusedPlaybooks(flow, program)],
  };
}

interface Answer {
  readonly name: string;
  readonly node: string;
  readonly type: string;
  readonly column: string;
  readonly renamed?: string;
}

/** The first node in order keeps the plain name, so that adding a node below changes no answer. */
function uniquelyNamed(answers: readonly Answer[]): readonly Answer[] {
  const taken = new Set<string>();
  return answers.map((answer) => {
    const key = `${answer.type} ${answer.name}`;
    if (taken.has(key)) return { ...answer, name: `${answer.node}.${answer.name}`, renamed: answer.name };
    taken.add(key);
    return answer;
  });
}

function sameNames(answers: readonly Answer[]): readonly Diagnostic[] {
  return answers.flatMap((answer): Diagnostic[] =>
    answer.renamed === undefined
      ? []
      : [{ code: 'output.same-name', severity: 'info', at: { node: answer.node }, params: { name: answer.renamed, as: answer.name } }],
  );
}

function tierOutput(node: ProgramNode): readonly TierOutput[] {
  const { tiers } = node.lowered;
  if (tiers === undefined) return [];
  const mask = (id: string): string => invariant(node.ports.find((port) => port.id === id)?.mask, `port ${id} of ${node.read.node.id}`);
  const bands = tiers.bands.map((id) => ({ id, title: portTitle(node, id), mask: mask(id) }));
  return [
    { node: node.read.node.id, ...(node.score === undefined ? {} : { score: node.score }), bands, unassigned: mask(tiers.unassigned) },
  ];
}

function portTitle(node: ProgramNode, id: string): LocalText {
  return node.ports.find((port) => port.id === id)?.title ?? { en: id };
}

function uniqueSegments(program: readonly ProgramNode[]): Outputs['segments'] {
  const taken = new Set<string>();
  return program.flatMap((node) => {
    if (node.lowered.segments !== true) return [];
    const remainders = new Set(node.read.ports.filter((port) => port.remainder === true).map((port) => port.id));
    return node.ports
      .filter((port) => !remainders.has(port.id))
      .map((port) => {
        const id = taken.has(port.id) ? `${node.read.node.id}.${port.id}` : port.id;
        taken.add(port.id);
        return { id, title: port.title ?? { en: port.id }, mask: port.mask };
      });
  });
}

/** By priority, then flow order. A playbook that several nodes assign is one output for whoever reaches any of them. */
function collectPlaybooks(program: readonly ProgramNode[]): {
  readonly outputs: readonly PlaybookOutput[];
  readonly columns: readonly Column[];
} {
  const byId = new Map<string, ProgramNode[]>();
  for (const node of program) {
    const id = node.lowered.playbook?.id;
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), node]);
  }
  const columns: Column[] = [];
  const outputs = [...byId].map(([id, nodes]): PlaybookOutput => {
    const { title } = invariant(nodes[0]?.lowered.playbook, 'a playbook node has a playbook');
    const priority = Math.min(...nodes.map((node) => node.lowered.playbook?.priority ?? 0));
    const masks = [...new Set(nodes.map((node) => node.in))];
    const [first = ''] = masks;
    if (masks.length === 1) return { id, title, mask: first, priority };
    const last = invariant(nodes.at(-1), 'a playbook has a node').read.node.id;
    const served: Column = { id: `${last}:served`, node: last, type: 'boolean', expr: call('or', ...masks.map(column)), mask: true };
    columns.push(served);
    return { id, title, mask: served.id, priority };
  });
  return { outputs: outputs.toSorted((a, b) => a.priority - b.priority), columns };
}

function unusedPlaybooks(flow: Flow, program: readonly ProgramNode[]): readonly Diagnostic[] {
  const used = new Set([...program.map((node) => node.lowered.playbook?.id), ...flow.nodes.map((node) => node.config['playbook'])]);
  return (flow.playbooks ?? []).flatMap((playbook, at): Diagnostic[] =>
    used.has(playbook.id)
      ? []
      : [{ code: 'playbook.unused', severity: 'info', at: { path: `playbooks.${at}` }, params: { id: playbook.id } }],
  );
}
