// One node's parts become columns, parameters and ports of the program: local ids get the node's, masks are made total,
// and every value is confined to the people of the node.
import type { Column, Expr, Parameter, Port } from '@tierflow/definition';
import type { ColumnInfo, Lowered, MadeColumn, MadeParameter, MadePort, Scope } from '../define-node.ts';
import { call, column, isTrue } from '../expressions.ts';
import { invariant } from '../invariant.ts';
import { behind, type Known, type ProgramNode } from './program.ts';
import type { ReadNode } from './read-configs.ts';

export interface AttachRequest {
  readonly read: ReadNode;
  readonly lowered: Lowered;
  readonly scope: Scope;
  /** Mask of the people that arrive; for a source it is made here. */
  readonly in?: string;
  readonly known: Known;
}

export function attachNode(request: AttachRequest): ProgramNode {
  const { read, lowered } = request;
  const source = request.in === undefined ? sourceMask(read.node.id, lowered) : undefined;
  const mask = source?.id ?? invariant(request.in, 'a node has a mask');
  const known: Known =
    source === undefined
      ? request.known
      : { ...request.known, everybody: (id) => (id === mask ? source.everybody : request.known.everybody(id)) };
  const people = { node: read.node.id, mask, known };
  const made = (lowered.columns ?? []).map((part) => madeColumn(part, people));
  const parameters = (lowered.parameters ?? []).map((part) => madeParameter(part, people));
  const ports = lowered.ports.map((port) => madePort(port, read, people));
  const score = lowered.tiers?.score === undefined ? undefined : asColumn(lowered.tiers.score, `${read.node.id}.score`, people);
  const unknown = lowered.unknown === undefined ? undefined : maskColumn(`${read.node.id}:unknown`, lowered.unknown, people);
  const makes = (lowered.columns ?? []).flatMap((part) => columnInfo(part, read.node.id));
  const fields = lowered.source?.fields.map((info): [string, ColumnInfo] => [info.name, info]) ?? [];
  return {
    read,
    in: mask,
    lowered,
    makes,
    columns: [
      ...(source === undefined ? [] : [source.column]),
      ...parameters.flatMap((part) => part.columns),
      ...made,
      ...(score?.columns ?? []),
      ...ports.flatMap((part) => part.columns),
      ...(unknown === undefined ? [] : [unknown]),
    ],
    parameters: parameters.map((part) => part.parameter),
    ports: ports.map((part) => part.port),
    probes: (lowered.probes ?? []).map((probe) => maskColumn(`${read.node.id}?${probe.id}`, probe.when, people)),
    out: new Map([...request.scope, ...fields, ...makes.map((info): [string, ColumnInfo] => [info.name, info])]),
    ...(unknown === undefined ? {} : { unknown: unknown.id }),
    ...(score === undefined ? {} : { score: score.id }),
  };
}

interface People {
  readonly node: string;
  readonly mask: string;
  readonly known: Known;
}

function sourceMask(node: string, lowered: Lowered): { readonly id: string; readonly column: Column; readonly everybody: boolean } {
  const id = `${node}:in`;
  const when = lowered.source?.when;
  const expr: Expr = when === undefined ? { op: 'literal', value: true } : isTrue(when);
  return { id, column: { id, node, type: 'boolean', expr, mask: true }, everybody: when === undefined };
}

/** True for the people of the node for whom `when` is true, false for everybody else. */
function maskColumn(id: string, when: Expr, { node, mask, known }: People): Column {
  const expr = known.everybody(mask) ? isTrue(when) : call('and', column(mask), when);
  return { id, node, type: 'boolean', expr, mask: true };
}

function madeColumn(part: MadeColumn, people: People): Column {
  const id = `${people.node}.${part.id}`;
  if (part.mask === true) return maskColumn(id, part.expr, people);
  return {
    id,
    node: people.node,
    type: part.type,
    ...behind(people.mask, people.known),
    expr: part.expr,
    ...(part.name === undefined ? {} : { name: part.name }),
    ...(part.title === undefined ? {} : { title: part.title }),
    ...(part.told === true && part.values !== undefined
      ? { values: part.values.map(({ value, title = { en: value } }) => ({ value, title })) }
      : {}),
  };
}

function columnInfo(part: MadeColumn, node: string): readonly ColumnInfo[] {
  if (part.name === undefined) return [];
  const { exact } = part;
  return [
    {
      name: part.name,
      type: part.type,
      expr: column(`${node}.${part.id}`),
      node,
      ...(part.title === undefined ? {} : { title: part.title }),
      ...(part.decimals === undefined ? {} : { decimals: part.decimals }),
      ...(exact === undefined ? {} : { exact: { expr: column(`${node}.${exact.column}`), scale: exact.scale } }),
      ...(part.values === undefined ? {} : { values: part.values }),
      ...(part.tree === undefined ? {} : { tree: part.tree }),
      ...(part.tiers === undefined ? {} : { tiers: part.tiers }),
    },
  ];
}

/** A reference stays what it is; a field of the record gets a column of its own. */
function asColumn(expr: Expr, id: string, people: People): { readonly id: string; readonly columns: readonly Column[] } {
  if (expr.op === 'column') return { id: expr.id, columns: [] };
  invariant(expr.op === 'field' ? expr : undefined, 'scores and fits refer to columns or fields');
  return { id, columns: [{ id, node: people.node, type: 'number', ...behind(people.mask, people.known), expr }] };
}

function madeParameter(part: MadeParameter, people: People): { readonly parameter: Parameter; readonly columns: readonly Column[] } {
  const { node } = people;
  const id = `${node}.${part.id}`;
  if (part.fit === undefined) return { parameter: { id, node, value: part.value }, columns: [] };
  const of = part.fit.of.map((expr, at) => asColumn(expr, `${id}_of${at === 0 ? '' : at + 1}`, people));
  const where = part.fit.where === undefined ? behind(people.mask, people.known) : { where: `${node}.${part.fit.where}` };
  const { estimator, lines, options } = part.fit;
  const fit = { estimator, of: of.map((found) => found.id), ...where, ...(lines === undefined ? {} : { lines }), options };
  return { parameter: { id, node, fit, value: part.value }, columns: of.flatMap((found) => found.columns) };
}

function madePort(part: MadePort, read: ReadNode, people: People): { readonly port: Port; readonly columns: readonly Column[] } {
  const spec = read.ports.find((port) => port.id === part.id);
  const title = spec?.title === undefined ? {} : { title: spec.title };
  if (part.when === undefined) return { port: { id: part.id, ...title, mask: people.mask }, columns: [] };
  const made = maskColumn(`${people.node}:${part.id}`, part.when, people);
  return { port: { id: part.id, ...title, mask: made.id }, columns: [made] };
}
