// Counting a condition row by row: every row, and the condition without it, becomes a filter beside its node, so the
// ordinary compiler and evaluator count them and no rule is written twice.
import { type Condition, conditionSchema, type FormField, type KindRegistry } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import { type Flow, type FlowNode, readPath } from '@tierflow/flow';

/** The filters that answer for one row. */
export interface RowProbe {
  readonly node: string;
  /** Path of the row in the node's config. */
  readonly path: string;
  /** Filter for the row alone. */
  readonly alone: string;
  /** Filter for the whole condition. */
  readonly whole: string;
  /** Filter for the condition without the row; absent where nothing is left. */
  readonly without?: string;
}

export interface ProbedFlow {
  readonly flow: Flow;
  readonly probes: readonly RowProbe[];
  /** Ids of the filters added. */
  readonly added: ReadonlySet<string>;
}

const PREFIX = 'zz-row-';
const MAX_ROWS = 200;

/** The flow with filters for every condition row of these nodes. */
export function withConditionRows(flow: Flow, nodes: readonly string[], kinds: KindRegistry): ProbedFlow {
  const added: FlowNode[] = [];
  const edges = [...flow.edges];
  const probes: RowProbe[] = [];
  const taken = new Set(flow.nodes.map((node) => node.id));
  const addFilter = (beside: string, where: Condition): string => {
    let at = added.length;
    while (taken.has(`${PREFIX}${at}`)) at++;
    const id = `${PREFIX}${at}`;
    taken.add(id);
    added.push({ id, kind: 'filter', config: { where: where as Json } });
    edges.push(...flow.edges.filter((edge) => edge.to === beside).map((edge) => ({ ...edge, to: id })));
    return id;
  };
  for (const node of flow.nodes.filter((candidate) => nodes.includes(candidate.id))) {
    for (const { path, where } of conditionsOf(node, kinds)) {
      const rows = rowsOf(where, path).slice(0, MAX_ROWS);
      if (rows.length === 0) continue;
      const whole = addFilter(node.id, where);
      for (const row of rows) {
        const rest = withoutRow(where, row.steps);
        probes.push({
          node: node.id,
          path: row.path,
          alone: addFilter(node.id, row.condition),
          whole,
          ...(rest === undefined ? {} : { without: addFilter(node.id, rest) }),
        });
      }
    }
  }
  return { flow: { ...flow, nodes: [...flow.nodes, ...added], edges }, probes, added: new Set(added.map((node) => node.id)) };
}

/** Conditions in a config, found through the form of its kind; what is no condition has no rows. */
function conditionsOf(node: FlowNode, kinds: KindRegistry): readonly { readonly path: string; readonly where: Condition }[] {
  const form = kinds.get(node.kind)?.form ?? [];
  return form
    .flatMap((field) => conditionPaths(field, node.config, ''))
    .flatMap((path) => {
      const where = conditionSchema.safeParse(readPath(node.config, path));
      return where.success ? [{ path, where: where.data }] : [];
    });
}

function conditionPaths(field: FormField, config: FlowNode['config'], base: string): readonly string[] {
  const path = `${base}${field.path}`;
  if (field.type === 'condition') return [path];
  if (field.type !== 'list') return [];
  const list = readPath(config, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, at) => field.item.flatMap((item) => conditionPaths(item, config, `${path}.${at}.`)));
}

interface RowAt {
  readonly path: string;
  readonly steps: readonly (number | 'not')[];
  readonly condition: Condition;
}

/** Every row and every group below the root. */
function rowsOf(condition: Condition, path: string, steps: readonly (number | 'not')[] = []): readonly RowAt[] {
  const parts = partsOf(condition);
  return parts.flatMap(({ step, part, name }) => {
    const at = { path: `${path}.${name}`, steps: [...steps, step], condition: part };
    return [at, ...rowsOf(part, at.path, at.steps)];
  });
}

function partsOf(condition: Condition): readonly { readonly step: number | 'not'; readonly name: string; readonly part: Condition }[] {
  if ('all' in condition) return condition.all.map((part, step) => ({ step, name: `all.${step}`, part }));
  if ('any' in condition) return condition.any.map((part, step) => ({ step, name: `any.${step}`, part }));
  return 'not' in condition ? [{ step: 'not', name: 'not', part: condition.not }] : [];
}

/** The condition with one row taken out; a group that becomes empty goes with it. */
function withoutRow(condition: Condition, steps: readonly (number | 'not')[]): Condition | undefined {
  const [step, ...further] = steps;
  if (step === undefined) return undefined;
  if ('not' in condition) {
    const rest = withoutRow(condition.not, further);
    return rest === undefined ? undefined : { not: rest };
  }
  const name = 'all' in condition ? 'all' : 'any';
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const rest = list.flatMap((part, at) => {
    if (at !== step) return [part];
    const left = withoutRow(part, further);
    return left === undefined ? [] : [left];
  });
  if (rest.length === 0) return undefined;
  return name === 'all' ? { all: rest } : { any: rest };
}
