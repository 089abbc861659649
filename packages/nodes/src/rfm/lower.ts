// RFM as columns: measures, scores, the code "543", and the group. People without a purchase get none of the scores.
import { allOf, call, type Lowered, literal, type MadeColumn, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { binsOf, otherGroup, type RfmConfig } from './config.ts';
import type { Bins, GroupRule, GroupTable } from './groups/rule.ts';
import { groupTable } from './groups/table.ts';
import { lowerMeasures } from './measures.ts';
import { type Dimension, scored } from './scores.ts';
import { titles } from './titles.ts';

const dimensions: readonly Dimension[] = ['R', 'F', 'M'];

export function lowerRfm(context: NodeContext<RfmConfig>): Lowered {
  const { config, own } = context;
  const measures = lowerMeasures(context);
  const name = (id: string): string => `${config.as ?? ''}${id}`;
  const last: readonly MadeColumn[] = measures.last === undefined ? [] : [{ id: 'last', type: 'date', expr: measures.last }];
  const measured: readonly MadeColumn[] = [
    { id: 'recency', name: name('recency'), title: titles.recency, type: 'number', decimals: 0, expr: measures.recency(own('last')) },
    {
      id: 'frequency',
      name: name('frequency'),
      title: titles.frequency,
      type: 'number',
      ...(measures.last === undefined ? {} : { decimals: 0 }),
      expr: measures.frequency,
    },
    { id: 'monetary', name: name('monetary'), title: titles.monetary, type: 'number', expr: measures.monetary },
    { id: 'purchased', type: 'boolean', mask: true, expr: call('exists', own(measures.last === undefined ? 'recency' : 'last')) },
  ];
  const scores = dimensions.map((dimension) => scored(dimension, own(measureOf[dimension]), context));
  const scoreColumns = scores.map(({ score }, at): MadeColumn => {
    const dimension = dimensions[at] as Dimension;
    const expr = dimension === 'R' ? score : call('if', own('purchased'), score);
    return { id: dimension, name: name(dimension), title: titles[dimension], type: 'number', decimals: 0, answers: true, expr };
  });
  const complete = allOf(dimensions.map((dimension) => call('exists', own(dimension))));
  const scoredMask: MadeColumn = { id: 'scored', type: 'boolean', mask: true, expr: complete };
  return {
    columns: [
      ...withoutEchoes([...last, ...measured], context),
      ...scoreColumns,
      scoredMask,
      codeColumn(context, name('RFM')),
      ...groupColumns(context, name('group')),
    ],
    parameters: scores.flatMap(({ parameter }) => parameter ?? []),
    ports: [{ id: 'out' }],
    unknown: call('not', own('scored')),
  };
}

const measureOf: Readonly<Record<Dimension, string>> = { R: 'recency', F: 'frequency', M: 'monetary' };

/** A measure that is a column of the same name already needs no second one of that name. */
function withoutEchoes(columns: readonly MadeColumn[], { scope }: NodeContext<RfmConfig>): readonly MadeColumn[] {
  return columns.map((made) => {
    const info = made.name === undefined ? undefined : scope.get(made.name);
    if (info === undefined || JSON.stringify(info.expr) !== JSON.stringify(made.expr)) return made;
    const { name: _, ...inner } = made;
    return inner;
  });
}

/** The three digits in one text; scores of ten and more are kept apart by a dash. */
function codeColumn({ config, own }: NodeContext<RfmConfig>, name: string): MadeColumn {
  const bins = binsOf(config);
  const [R, F, M] = dimensions.map((dimension) => call('toString', own(dimension))) as [Expr, Expr, Expr];
  const wide = Math.max(bins.R, bins.F, bins.M) > 9;
  const code = wide ? call('concat', R, literal('-'), F, literal('-'), M) : call('concat', R, F, M);
  return { id: 'RFM', name, title: titles.RFM, type: 'string', answers: true, expr: call('if', own('scored'), code) };
}

function groupColumns(context: NodeContext<RfmConfig>, name: string): readonly MadeColumn[] {
  const table = groupTable(context.config);
  if (table === undefined) return [];
  const values = table.rules.map(({ id, title }) => ({ value: id, title }));
  const expr = call('if', context.own('scored'), groupOf(table, context));
  return [
    {
      id: 'group',
      name,
      title: titles.group,
      type: 'string',
      answers: true,
      expr,
      values: [...values, { value: otherGroup, title: table.otherwise }],
    },
  ];
}

/** The first rule that takes the scores; a rule without bounds takes everybody and ends the table. */
function groupOf(table: GroupTable, { config, own }: NodeContext<RfmConfig>): Expr {
  const bins = binsOf(config);
  const pairs = table.rules.map((rule) => ({ tests: testsOf(rule, bins, own), id: rule.id }));
  const end = pairs.findIndex((pair) => pair.tests.length === 0);
  const asked = end < 0 ? pairs : pairs.slice(0, end);
  const otherwise = literal(end < 0 ? otherGroup : (pairs[end]?.id ?? otherGroup));
  if (asked.length === 0) return otherwise;
  return call('case', ...asked.flatMap(({ tests, id }) => [allOf(tests), literal(id)]), otherwise);
}

function testsOf(rule: GroupRule, bins: Bins, own: (id: string) => Expr): readonly Expr[] {
  return dimensions.flatMap((dimension): Expr[] => {
    const range = rule[dimension];
    if (range === undefined) return [];
    const [low, high] = range;
    if (low === high) return [call('eq', own(dimension), literal(low))];
    return [
      ...(low > 1 ? [call('ge', own(dimension), literal(low))] : []),
      ...(high < bins[dimension] ? [call('le', own(dimension), literal(high))] : []),
    ];
  });
}
