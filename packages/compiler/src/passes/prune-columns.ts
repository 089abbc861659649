// Sixth pass: inner steps that nothing reads are dropped, after the outputs are known and before anything is counted or hashed.
import { type Column, columnsOfFit, type Outputs, type Parameter, walk } from '@tierflow/definition';
import type { ProgramNode } from './program.ts';

export interface PrunedProgram {
  readonly columns: readonly Column[];
  readonly parameters: readonly Parameter[];
}

/** Keeps named columns, masks of nodes, ports and outputs, parameters to be shown, and all they are made from. */
export function pruneColumns(program: readonly ProgramNode[], outputs: Outputs, extra: readonly Column[]): PrunedProgram {
  const columns = [...program.flatMap((node) => node.columns), ...extra];
  const parameters = new Map(program.flatMap((node) => node.parameters).map((parameter) => [parameter.id, parameter]));
  const byId = new Map(columns.map((column) => [column.id, column]));
  const kept = new Set<string>();
  const read = new Set<string>();
  const open = rootsOf(program, outputs, columns);
  const readParameter = (id: string): void => {
    if (read.has(id)) return;
    read.add(id);
    const fit = parameters.get(id)?.fit;
    if (fit !== undefined) open.push(...columnsOfFit(fit));
  };
  for (const { read: node, lowered } of program)
    for (const { id, shown } of lowered.parameters ?? []) if (shown === true) readParameter(`${node.node.id}.${id}`);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const column = byId.get(id);
    if (column === undefined || kept.has(id)) continue;
    kept.add(id);
    if (column.where !== undefined) open.push(column.where);
    walk(column.expr, (part) => {
      if (part.op === 'column') open.push(part.id);
      if (part.op === 'parameter') readParameter(part.id);
    });
  }
  return {
    columns: columns.filter((column) => kept.has(column.id)),
    parameters: [...parameters.values()].filter((parameter) => read.has(parameter.id)),
  };
}

function rootsOf(program: readonly ProgramNode[], outputs: Outputs, columns: readonly Column[]): string[] {
  return [
    ...columns.filter((column) => column.name !== undefined).map((column) => column.id),
    ...program.flatMap((node) => [node.in, ...node.ports.map((port) => port.mask), ...(node.unknown === undefined ? [] : [node.unknown])]),
    ...outputs.tiers.flatMap((tier) => (tier.score === undefined ? [] : [tier.score])),
    ...outputs.playbooks.map((playbook) => playbook.mask),
  ];
}
