// Days since the first and the last purchase, the gap before the last, and the number of the first stage whose ranges hold.
// Purchases of one day are one.
import {
  allOf,
  asOf,
  call,
  exprOf,
  invariant,
  type Lowered,
  lineDay,
  linesWhere,
  literal,
  type MadeColumn,
  type NodeContext,
} from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import { type LifecycleConfig, measures, type Stage } from './config.ts';

type Context = NodeContext<LifecycleConfig>;

const title = { en: 'Lifecycle stage', 'zh-CN': '生命周期阶段' };

export function lowerLifecycle(context: Context): Lowered {
  const { config, own } = context;
  const stages = config.stages.flatMap((stage, at) => [allOf(testsOf(stage, context)), literal(at + 1)]);
  const taken = (at: number): Expr => call('eq', own('number'), literal(at));
  const labels = config.stages.flatMap(({ id }, at) => [taken(at + 1), literal(id)]);
  const values = config.stages.map((stage) => ({
    value: stage.id,
    ...(stage.title === undefined ? {} : { title: localText(stage.title) }),
  }));
  return {
    columns: [
      ...measureColumns(context),
      { id: 'number', type: 'number', decimals: 0, expr: call('case', ...stages, literal(0)) },
      { id: 'stage', name: config.as, title, type: 'string', answers: true, values, expr: call('case', ...labels) },
    ],
    ports: [...config.stages.map(({ id }, at) => ({ id, when: taken(at + 1) })), { id: 'rest', when: taken(0) }],
    segments: true,
  };
}

function measureColumns({ config, collection, condition, own }: Context): readonly MadeColumn[] {
  const found = invariant(collection(config.from, 'from').collection, 'purchases are there');
  // The field that dates a purchase also says which lines are past.
  const line = config.date === undefined ? found : { ...found, time: config.date };
  const asked = config.where === undefined ? [] : [exprOf(condition(config.where, 'where', line))];
  const day = invariant(lineDay(line), 'purchases have a day');
  const days = (fn: 'min' | 'max' | 'distinct', more: readonly Expr[] = []): Expr => {
    const parts = [...asked, ...more];
    return { op: 'aggregate', from: line.name, fn, value: day, ...linesWhere(line, parts.length === 0 ? {} : { condition: allOf(parts) }) };
  };
  const number = (id: string, expr: Expr): MadeColumn => ({ id, type: 'number', decimals: 0, expr });
  return [
    number('purchases', days('distinct')),
    { id: 'firstDay', type: 'date', expr: days('min') },
    { id: 'lastDay', type: 'date', expr: days('max') },
    { id: 'dayBefore', type: 'date', expr: days('max', [call('lt', day, own('lastDay'))]) },
    number('first', call('daysBetween', own('firstDay'), asOf)),
    number('last', call('daysBetween', own('lastDay'), asOf)),
    number('gap', call('daysBetween', own('dayBefore'), own('lastDay'))),
  ];
}

/** What a stage asks for; a measure that is missing meets no range. */
function testsOf(stage: Stage, { own }: Context): readonly Expr[] {
  return measures.flatMap((measure) => {
    const { from, to } = stage[measure] ?? {};
    return [
      ...(from === undefined ? [] : [call('ge', own(measure), literal(from))]),
      ...(to === undefined ? [] : [call('le', own(measure), literal(to))]),
    ];
  });
}
