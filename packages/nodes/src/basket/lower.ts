// The rules as one fitted table, the number of the first one that fits a customer, and what stands in its row. A rule fits who has
// bought everything it asks for, and not yet what it recommends.
import {
  type CollectionInfo,
  type Compiled,
  call,
  exprOf,
  invariant,
  type Lowered,
  linesWhere,
  type MadeColumn,
  type MadeParameter,
  type NodeContext,
} from '@tierflow/compiler';
import type { Expr, LocalText } from '@tierflow/definition';
import type { BasketConfig } from './config.ts';

type Context = NodeContext<BasketConfig>;

export function lowerBasket(context: Context): Lowered {
  const { config, value, parameter } = context;
  const line = invariant(context.collection(config.from, 'from').collection, 'order lines are there');
  const seen = { from: line.name, ...seenLines(line, context) };
  const item = call('trim', asText(value(config.item, 'item', { line })));
  const basket = config.basket === undefined ? [] : [asText(value(config.basket, 'basket', { line }))];
  const number: MadeColumn = {
    id: 'rule',
    name: `${config.as}Rule`,
    title: titles.rule,
    type: 'number',
    decimals: 0,
    expr: { op: 'aggregate', fn: 'firstRule', ...seen, value: item, rules: parameter('rules') },
  };
  return {
    columns: [number, ...rowColumns(context)],
    parameters: [rulesParameter(config, { ...seen, of: [item, ...basket] })],
    ports: [{ id: 'out' }],
  };
}

const titles = {
  rule: { en: 'Rule number', 'zh-CN': '规则编号' },
  label: { en: 'Recommendation', 'zh-CN': '推荐商品' },
  because: { en: 'Because of', 'zh-CN': '推荐依据' },
  confidence: { en: 'Confidence', 'zh-CN': '置信度' },
  lift: { en: 'Lift', 'zh-CN': '提升度' },
} as const satisfies Record<string, LocalText>;

function seenLines(line: CollectionInfo, { config, condition }: Context): { readonly where?: Expr } {
  return linesWhere(line, config.where === undefined ? {} : { condition: exprOf(condition(config.where, 'where', line)) });
}

function asText(found: Compiled): Expr {
  return found.type === 'string' ? exprOf(found) : call('toString', exprOf(found));
}

function rulesParameter(config: BasketConfig, lines: NonNullable<NonNullable<MadeParameter['fit']>['lines']>): MadeParameter {
  const { minSupport, minConfidence, minLift, maxSize, maxRules, best, without, never } = config;
  const options = {
    support: minSupport,
    confidence: minConfidence,
    lift: minLift,
    size: maxSize,
    rules: maxRules,
    order: best,
    then: 'one',
    without: [...without, ...never],
  };
  return { id: 'rules', value: null, shown: true, fit: { estimator: 'basketRules', of: [], lines, options } };
}

/** What the rule's row says, as columns. */
function rowColumns({ config, own, node }: Context): readonly MadeColumn[] {
  const at = (fn: 'textAt' | 'numberAt', member: string): Expr =>
    call(fn, { op: 'parameter', id: `${node.id}.rules`, member }, own('rule'));
  return [
    { id: 'label', name: config.as, title: titles.label, type: 'string', answers: true, expr: at('textAt', 'then') },
    { id: 'because', name: `${config.as}Because`, title: titles.because, type: 'string', expr: at('textAt', 'because') },
    { id: 'confidence', name: `${config.as}Confidence`, title: titles.confidence, type: 'number', expr: at('numberAt', 'confidence') },
    { id: 'lift', name: `${config.as}Lift`, title: titles.lift, type: 'number', expr: at('numberAt', 'lift') },
  ];
}
