// How a look-up went, as a label that everybody has: what could not be told is counted, never guessed.
import { call, exprOf, invariant, type Lowered, list, literal, type MadeColumn, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import type { LookupConfig } from './config.ts';

type Context = NodeContext<LookupConfig>;

const values = [
  { value: 'found', title: { en: 'Found', 'zh-CN': '已找到' } },
  { value: 'ambiguous', title: { en: 'Ambiguous', 'zh-CN': '有歧义' } },
  { value: 'contradiction', title: { en: 'Not in that area', 'zh-CN': '与所在地区不符' } },
  { value: 'not-found', title: { en: 'Not in the table', 'zh-CN': '表中没有' } },
  { value: 'empty', title: { en: 'Empty', 'zh-CN': '未填写' } },
];

/** The text of a setting in the form of the tables' keys. */
export function keyText(path: 'field' | 'within', { config, value }: Context): Expr {
  const text = exprOf(value(invariant(config[path], `${path} is there`), path, { types: ['string'] }));
  return call('lowercase', call('trim', text));
}

/** The value beside a text in a table; its keys stand in order. */
export function beside(text: Expr, table: ReadonlyMap<string, string>): Expr {
  const entries = [...table].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return call('lookup', text, list(entries.map(([key]) => key)), list(entries.map(([, value]) => value)));
}

/** The label, from pairs of a condition and an outcome; the first that holds counts, otherwise the text was found. */
export function outcomeColumn({ config }: Context, cases: readonly (readonly [when: Expr, outcome: string])[]): MadeColumn {
  const used = new Set(['found', ...cases.map(([, outcome]) => outcome)]);
  return {
    id: 'outcome',
    ...(config.outcome === undefined ? {} : { name: config.outcome, answers: true as const }),
    title: { en: 'How the look-up went', 'zh-CN': '查找结果' },
    type: 'string',
    values: values.filter(({ value }) => used.has(value)),
    expr: call('case', ...cases.flatMap(([when, outcome]) => [when, literal(outcome)]), literal('found')),
  };
}

export function isFound({ own }: Context): Expr {
  return call('eq', own('outcome'), literal('found'));
}

/** Everybody leaves; whoever was not found is unknown. */
export function leaving(context: Context, columns: readonly MadeColumn[]): Lowered {
  return { columns, ports: [{ id: 'out' }], unknown: call('not', isFound(context)) };
}
