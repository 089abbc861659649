// Compiles, fits and evaluates a case of a node kind, on every evaluator, and answers what a case can expect.
import { compile, dataSchemaOf, type KindRegistry } from '@tierflow/compiler';
import { type Definition, formatDay, formatInstant, type Json } from '@tierflow/definition';
import { decider, tableOf, type Value } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { type Flow, flowSchema } from '@tierflow/flow';
import { type Difference, disagreements } from '../conformance/agree.ts';
import type { KindCase } from './kind-case.ts';

/** What happened, in the shape of what a case expects. */
export interface KindCaseOutcome {
  readonly errors: readonly string[];
  readonly ports: { readonly [port: string]: readonly string[] };
  readonly unknown: readonly string[];
  readonly columns: { readonly [name: string]: { readonly [key: string]: boolean | number | string | null } };
  readonly parameters: { readonly [id: string]: Json };
  /** Where evaluators answered differently; always expected to be empty. */
  readonly disagreements: readonly Difference[];
}

const node = 'node';
const nothing: KindCaseOutcome = { errors: [], ports: {}, unknown: [], columns: {}, parameters: {}, disagreements: [] };

/** @throws Error when the case itself does not make a flow. */
export async function runKindCase(kinds: KindRegistry, kind: string, one: KindCase): Promise<KindCaseOutcome> {
  const flow = flowOf(kind, one, kinds);
  const { schema, diagnostics: remarks } = dataSchemaOf(flow);
  const { definition: unfitted, diagnostics } = compile(flow, kinds, schema);
  const errors = [...remarks, ...diagnostics].filter((remark) => remark.severity === 'error').map((remark) => remark.code);
  if (errors.length > 0 || unfitted === undefined) return { ...nothing, errors };
  const table = tableOf(unfitted.input, one.records, unfitted.timeZone);
  const { definition } = await fit(unfitted, table, { asOf: one.asOf, generation: 'case' });
  return {
    ...answersOf(definition, one),
    errors,
    parameters: Object.fromEntries(
      definition.parameters.filter((parameter) => parameter.node === node).map(({ id, value }) => [id.slice(node.length + 1), value]),
    ),
    disagreements: await disagreements(definition, one.records, one.asOf),
  };
}

function flowOf(kind: string, one: KindCase, kinds: KindRegistry): Flow {
  const isSource = kinds.get(kind)?.input === 'none';
  const customers = Object.entries(one.data).find(([, set]) => set.customer === undefined)?.[0] ?? Object.keys(one.data)[0];
  const source = isSource ? [] : [{ id: 'source', kind: 'source', config: { data: customers } }];
  const nodes = [...source, ...one.before, { id: node, kind, config: one.config }];
  const flow = { format: 'tierflow/flow@1', id: 'case', title: one.about, timeZone: one.timeZone, data: one.data, nodes };
  const whole = flowSchema.parse({ ...flow, edges: [] });
  const edges = whole.nodes.slice(1).flatMap(({ id }, at) => {
    const from = whole.nodes[at];
    return from === undefined ? [] : waysOut(from, whole, kinds).map((port) => ({ from: from.id, port, to: id }));
  });
  return flowSchema.parse({ ...flow, edges });
}

/** Every way out of a node above: whoever comes to it goes on. */
function waysOut(above: Flow['nodes'][number], flow: Flow, kinds: KindRegistry): readonly string[] {
  const kind = kinds.get(above.kind);
  const config = kind?.schema.safeParse(above.config);
  return config?.success === true ? (kind?.ports(config.data, flow) ?? []).map(({ id }) => id) : ['out'];
}

function answersOf(definition: Definition, one: KindCase): Pick<KindCaseOutcome, 'ports' | 'unknown' | 'columns'> {
  const { values } = decider(definition, { mode: 'closures' });
  const people = one.records.map((record) => ({
    key: String(record[definition.input.key]),
    values: values(record, one.asOf).values,
  }));
  const within = (mask: string | undefined) =>
    people.filter((person) => mask !== undefined && person.values.get(mask) === true).map(({ key }) => key);
  const entry = definition.nodes.find(({ id }) => id === node);
  const named = definition.columns.filter((column) => column.node === node && column.name !== undefined);
  return {
    ports: Object.fromEntries((entry?.ports ?? []).map((port) => [port.id, within(port.mask)])),
    unknown: within(entry?.unknown),
    columns: Object.fromEntries(
      named.map((column) => [
        column.name,
        Object.fromEntries(people.map((person) => [person.key, written(column.type, person.values.get(column.id))])),
      ]),
    ),
  };
}

/** Days and instants as a record writes them. */
function written(type: string, value: Value): boolean | number | string | null {
  if (value === undefined) return null;
  if (type === 'date') return formatDay(Number(value));
  return type === 'datetime' ? formatInstant(Number(value)) : value;
}
