// One fitted line for each class but the last: the least value that belongs to it or a better one. A line is a list of one
// number, and an empty list where nobody is in the class or above, so that no infinity is ever frozen.
import {
  call,
  decimalText,
  exprOf,
  type Lowered,
  literal,
  type MadeColumn,
  type MadeParameter,
  type NodeContext,
} from '@tierflow/compiler';
import { type AbcConfig, classesOf } from './config.ts';

export function lowerAbc({ config, value, own, parameter }: NodeContext<AbcConfig>): Lowered {
  const classes = classesOf(config);
  const lines = config.shares.map((share, at): MadeParameter => {
    const options = { share: decimalText(share), rule: config.rule };
    return { id: `from${classes[at]}`, value: null, fit: { estimator: 'abcLine', of: [own('value')], options } };
  });
  const reached = lines.flatMap(({ id }, at) => [
    call('gt', call('binLeft', own('value'), parameter(id)), literal(1)),
    literal(classes[at] as string),
  ]);
  const last = [call('gt', own('value'), literal(0)), literal(classes.at(-1) as string)];
  const columns: readonly MadeColumn[] = [
    { id: 'value', type: 'number', expr: exprOf(value(config.value, 'value', { types: ['number'] })) },
    {
      id: 'class',
      name: config.as,
      title,
      type: 'string',
      answers: true,
      values: classes.map((letter) => ({ value: letter })),
      expr: call('case', ...reached, ...last),
    },
  ];
  return { columns, parameters: lines, ports: [{ id: 'out' }], unknown: call('isMissing', own('class')) };
}

const title = { en: 'ABC class', 'zh-CN': 'ABC 等级' };
