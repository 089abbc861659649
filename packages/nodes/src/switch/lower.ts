// The number of the first case that is true decides; a case that is unknown is passed over.
import { call, exprOf, type Lowered, literal, type MadeColumn, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import type { SwitchConfig } from './config.ts';

export function lowerSwitch({ config, condition, own }: NodeContext<SwitchConfig>): Lowered {
  const cases = config.cases.map(
    (entry, at): MadeColumn => ({ id: `case${at + 1}`, type: 'boolean', expr: exprOf(condition(entry.where, `cases.${at}.where`)) }),
  );
  const met = cases.map((made) => own(made.id));
  const first: MadeColumn = {
    id: 'first',
    type: 'number',
    decimals: 0,
    expr: call('case', ...met.flatMap((part, at) => [part, literal(at + 1)]), literal(0)),
  };
  const taken = (at: number): Expr => call('eq', own('first'), literal(at));
  return {
    columns: [...cases, first],
    ports: [...config.cases.map((entry, at) => ({ id: entry.id, when: taken(at + 1) })), { id: 'rest', when: taken(0) }],
    // Nobody's case is true, and at least one cannot be told.
    unknown: met.length === 1 ? call('isMissing', met[0] as Expr) : call('isMissing', call('or3', ...met)),
    segments: true,
  };
}
