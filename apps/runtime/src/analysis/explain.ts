// One customer under a flow: the decision with its trace, every node's part in it, what the score is made of, the next tier.
import type { Cell, Contribution, Explain, ExplainRequest, NodePass } from '@tierflow/api';
import type { Column, Definition, Json } from '@tierflow/definition';
import { type Decider, decider, jsonValue } from '@tierflow/evaluator';
import { type Flow, flowOn } from '@tierflow/flow';
import { recordAt, rowOf } from './customer-records.ts';
import { personMoves } from './moves/person-moves.ts';
import type { DataRef } from './protocol.ts';
import { Refused } from './refused.ts';
import { scoreParts } from './score-parts.ts';
import { tierLadders } from './tier-ladders.ts';
import type { ReadyFlow, Workbench } from './workbench.ts';

export interface ExplainJob {
  readonly flow: Flow;
  readonly data: DataRef;
  readonly request: ExplainRequest;
  readonly language: 'en' | 'zh-CN';
}

export async function explainCustomer(bench: Workbench, { flow, data, request, language }: ExplainJob): Promise<Explain> {
  const asOf = request.asOf ?? data.asOf;
  const ready = await bench.readyOn(flow, data, { asOf });
  const { fitted, diagnostics } = ready;
  if (fitted === undefined)
    throw new Refused(
      'publish.gates',
      {},
      diagnostics.filter(({ severity }) => severity === 'error'),
    );
  const record = recordFor(ready, fitted, request);
  const { definition, scored } = withTerms(fitted);
  const one = decider(definition, { mode: 'closures' });
  const { values } = one.values(record, asOf);
  const columns = new Map(definition.columns.map((column) => [column.id, column]));
  const cell = (id: string): Cell => jsonValue(columns.get(id)?.type ?? 'number', values.get(id));
  const decision = one.decide(record, { asOf, trace: true, language });
  return {
    decision: { ...decision, definition: { ...decision.definition, name: flow.id } },
    generation: data.generation,
    record: Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (isCell(value) ? [[name, value]] : []))),
    lines: Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.length]] : []))),
    ...(request.withLines === true ? { collections: collectionsOf(record) } : {}),
    nodes: nodePasses(fitted, values, cell),
    scores: scored.filter(({ column }) => values.get(column.where ?? '') !== false).map((each) => scoreOf(each, cell)),
    tiers: tierLadders(flowOn(flow, asOf), fitted, (id) => values.get(id) === true, cell),
    moves:
      request.withMoves === false ? null : personMoves({ flow, fitted, bench: ready.bench, asOf }, record, (id) => values.get(id) === true),
    diagnostics: [...diagnostics],
  };
}

function recordFor({ compiled, bench }: ReadyFlow, fitted: Definition, { key, record }: ExplainRequest): { readonly [name: string]: Json } {
  if (record !== undefined) return record;
  const row = key === undefined ? undefined : rowOf(bench.table, key);
  if (row === undefined) throw new Refused('customer.unknown');
  return recordAt(bench.table, compiled.schema.customers?.key ?? fitted.input.key, row);
}

/** Every list of the record, of each line what is a single value. */
function collectionsOf(record: { readonly [name: string]: Json }): Record<string, Record<string, Cell>[]> {
  const cells = (line: Json): Record<string, Cell> =>
    typeof line === 'object' && line !== null
      ? Object.fromEntries(Object.entries(line).filter((entry): entry is [string, Cell] => isCell(entry[1])))
      : {};
  return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(cells)]] : [])));
}

function isCell(value: Json | undefined): value is Cell {
  return value === null || typeof value !== 'object';
}

type Values = ReturnType<Decider['values']>['values'];

function nodePasses({ nodes, columns }: Definition, values: Values, cell: (id: string) => Cell): Record<string, NodePass> {
  const names = new Map(columns.map((column) => [column.id, column.name ?? column.id]));
  return Object.fromEntries(
    nodes.map((node) => [
      node.id,
      {
        in: values.get(node.in) === true,
        ports: node.ports.filter(({ mask }) => values.get(mask) === true).map(({ id }) => id),
        unknown: node.unknown !== undefined && values.get(node.unknown) === true,
        values: Object.fromEntries(node.columns.map((id) => [names.get(id) ?? id, cell(id)])),
      },
    ]),
  );
}

interface Scored {
  readonly column: Column;
  readonly constant: number;
  readonly proportional: boolean;
  readonly parts: readonly (Pick<Contribution, 'weight' | 'column' | 'title'> & { readonly id: string })[];
}

/** The definition with a column per term of every score, so that the evaluator answers their values. */
function withTerms(definition: Definition): { readonly definition: Definition; readonly scored: readonly Scored[] } {
  const { outputs } = definition;
  const ids = new Set([
    ...outputs.scores.map(({ column }) => column),
    ...outputs.tiers.flatMap(({ score }) => (score === undefined ? [] : [score])),
  ]);
  const extra: Column[] = [];
  const scored = definition.columns.flatMap((column): Scored[] => {
    const found = ids.has(column.id) && column.type === 'number' ? scoreParts(column, definition) : undefined;
    if (found === undefined) return [];
    const parts = found.terms.map(({ weight, expr, name, title }, at) => {
      const id = `${column.id}?${at}`;
      extra.push({ id, node: column.node, type: 'number', ...(column.where === undefined ? {} : { where: column.where }), expr });
      return { id, weight, column: name, title };
    });
    return [{ column, constant: found.constant, proportional: found.proportional, parts }];
  });
  return { definition: { ...definition, columns: [...definition.columns, ...extra] }, scored };
}

const BASE = { en: 'Base', 'zh-CN': '基数' };

/** Contributions add up to the score; a missing part has none. */
function scoreOf({ column, constant, proportional, parts }: Scored, cell: (id: string) => Cell): Explain['scores'][number] {
  const number = (value: Cell): number | null => (typeof value === 'number' ? value : null);
  const score = number(cell(column.id));
  const values = parts.map(({ id }) => number(cell(id)));
  const sum = parts.reduce((total, { weight }, at) => total + weight * (values[at] ?? 0), 0);
  const share = proportional && score !== null && sum !== 0 ? score / sum : 1;
  const contributions = parts.map(({ id: _, weight, ...part }, at): Contribution => {
    const value = values[at] ?? null;
    return { ...part, weight: weight * share, value, amount: value === null ? null : value * weight * share };
  });
  const base: Contribution[] = constant === 0 ? [] : [{ title: BASE, column: '', value: null, weight: 1, amount: constant }];
  return { node: column.node, column: column.name ?? column.id, value: score, parts: [...base, ...contributions] };
}
