// Company size: how many bounds each measure reaches, and the smaller of both.
import { call, exprOf, type Lowered, list, literal, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import type { LookupConfig } from './config.ts';
import { isFound, leaving, outcomeColumn } from './outcome.ts';
import { type SizeRule, sizeRules, sizes } from './tables/company-sizes.ts';

const TEN_THOUSAND = 10_000;

export function lowerSize(context: NodeContext<LookupConfig>): Lowered {
  const { config, own, value } = context;
  const rule: SizeRule = sizeRules[config.rule];
  const reached = (path: 'employees' | 'revenue', unit: number): readonly Expr[] => {
    const [bounds, of] = [rule[path], config[path]];
    if (bounds === undefined || of === undefined) return [];
    return [call('binLeft', exprOf(value(of, path, { types: ['number'] })), list(bounds.map((bound) => bound * unit)))];
  };
  const measures = [...reached('employees', 1), ...reached('revenue', config.revenueUnit === 'yuan' ? TEN_THOUSAND : 1)];
  const [first, second] = measures;
  const size = first === undefined || second === undefined ? (first as Expr) : call('least', first, second);
  const cases = sizes.flatMap(({ value: id }, at) => [call('eq', own('number'), literal(at + 1)), literal(id)]);
  return leaving(context, [
    { id: 'number', type: 'number', decimals: 0, expr: size },
    outcomeColumn(context, [[call('isMissing', own('number')), 'empty']]),
    {
      id: 'answer',
      name: config.as,
      title: { en: 'Company size', 'zh-CN': '企业规模' },
      type: 'string',
      answers: true,
      values: sizes,
      expr: call('case', isFound(context), call('case', ...cases)),
    },
  ]);
}
