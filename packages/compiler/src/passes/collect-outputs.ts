// Fifth pass: what a decision answers, once all nodes are known, because names and playbooks meet only here.
import type { Column, Diagnostic, LocalText, Outputs, PlaybookOutput, TierOutput } from '@tierflow/definition';
import { type Flow, playbooksNamed } from '@tierflow/flow';
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
  const mask = (id: string): string => maskOfPort(node, id);
  const bands = tiers.bands.map((id) => ({ id, title: portTitle(node, id), mask: mask(id) }));
  return [
    { node: node.read.node.id, ...(node.score === undefined ? {} : { score: node.score }), bands, unassigned: mask(tiers.unassigned) },
  ];
}

function maskOfPort(node: ProgramNode, id: string): string {
  return invariant(node.ports.find((port) => port.id === id)?.mask, `port ${id} of ${node.read.node.id}`);
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
  const handed = program.flatMap((node) =>
    (node.lowered.playbooks ?? []).map((playbook) => ({ ...playbook, node: node.read.node.id, mask: maskOfPort(node, playbook.port) })),
  );
  const columns: Column[] = [];
  const outputs = [...Map.groupBy(handed, ({ id }) => id)].map(([id, places]): PlaybookOutput => {
    const { title, mask } = invariant(places[0], 'a playbook is handed out somewhere');
    const priority = Math.min(...places.map((place) => place.priority));
    const masks = [...new Set(places.map((place) => place.mask))];
    if (masks.length === 1) return { id, title, mask, priority };
    const last = places.at(-1)?.node ?? '';
    // A node that hands out several playbooks needs a name for each.
    const taken = columns.some((column) => column.id === `${last}:served`);
    const served: Column = {
      id: taken ? `${last}:served.${id}` : `${last}:served`,
      node: last,
      type: 'boolean',
      expr: call('or', ...masks.map(column)),
      mask: true,
    };
    columns.push(served);
    return { id, title, mask: served.id, priority };
  });
  return { outputs: outputs.toSorted((a, b) => a.priority - b.priority), columns };
}

function unusedPlaybooks(flow: Flow, program: readonly ProgramNode[]): readonly Diagnostic[] {
  const handed = program.flatMap((node) => (node.lowered.playbooks ?? []).map(({ id }) => id));
  const used = new Set([...handed, ...flow.nodes.flatMap(playbooksNamed)]);
  return (flow.playbooks ?? []).flatMap((playbook, at): Diagnostic[] =>
    used.has(playbook.id)
      ? []
      : [{ code: 'playbook.unused', severity: 'info', at: { path: `playbooks.${at}` }, params: { id: playbook.id } }],
  );
}
