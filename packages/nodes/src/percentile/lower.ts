// The distribution frozen as a thousand cuts; the answer is the share of cuts below the value. Where less is better the value is
// turned before it is ranked, so that equal values rank alike from either end.
import { call, exprOf, type Lowered, type MadeColumn, type MadeParameter, type NodeContext } from '@tierflow/compiler';
import type { PercentileConfig } from './config.ts';

/** 1,000 cuts between 1,001 bins. */
const bins = 1001;

export function lowerPercentile({ config, value, own, parameter }: NodeContext<PercentileConfig>): Lowered {
  const number = exprOf(value(config.field, 'field', { types: ['number'] }));
  const cuts: MadeParameter = {
    id: 'cuts',
    value: null,
    fit: { estimator: 'quantileCuts', of: [own('value')], options: { bins, rule: 'inverse', ties: 'expected' } },
  };
  const columns: readonly MadeColumn[] = [
    { id: 'value', type: 'number', expr: config.better === 'higher' ? number : call('neg', number) },
    {
      id: 'percentile',
      name: config.as,
      title,
      type: 'number',
      answers: true,
      expr: call('percentileOf', own('value'), parameter('cuts')),
    },
  ];
  return { columns, parameters: [cuts], ports: [{ id: 'out' }], unknown: call('isMissing', own('percentile')) };
}

const title = { en: 'Percentile', 'zh-CN': '百分位' };
