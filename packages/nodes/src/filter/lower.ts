// One three-valued column decides for both ways out, so that they are exclusive and complete.
import { call, exprOf, type Lowered, type NodeContext } from '@tierflow/compiler';
import type { FilterConfig } from './config.ts';

export function lowerFilter({ config, condition, own }: NodeContext<FilterConfig>): Lowered {
  const met = own('met');
  const matches = config.unknown === 'match' ? call('or', met, call('isMissing', met)) : call('isTrue', met);
  return {
    columns: [{ id: 'met', type: 'boolean', expr: exprOf(condition(config.where, 'where')) }],
    ports: [
      { id: 'match', when: matches },
      { id: 'rest', when: call('not', matches) },
    ],
    unknown: call('isMissing', met),
  };
}
