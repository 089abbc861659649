// Everybody stands at a stable point between 0 and 1; the groups are pieces of that line. Within a stratum the pieces are fitted,
// so that each stratum is split in exact shares; frozen, they decide about a new customer too.
import { call, decimalText, type Lowered, list, literal, type MadeColumn, type MadeParameter, type NodeContext } from '@tierflow/compiler';
import { endsOf, type SplitConfig } from './config.ts';

export function lowerSplit(context: NodeContext<SplitConfig>): Lowered {
  const { config, key, own } = context;
  const { columns, parameters, pieces } = strata(context);
  const typed = call('binLeft', own('draw'), list(endsOf(config.shares).slice(0, -1)));
  const groups = config.shares.map(({ id }, at) => ({ id, when: call('eq', own('group'), literal(at + 1)) }));
  return {
    columns: [
      { id: 'draw', type: 'number', expr: call('hashShare', literal(config.salt), key) },
      ...columns,
      { id: 'group', type: 'number', decimals: 0, expr: pieces.length === 0 ? typed : call('case', ...pieces, typed) },
      ...label(context),
    ],
    parameters,
    ports: groups,
    segments: true,
  };
}

/** For each value of the label its people, where its groups end, and which group somebody is in. */
function strata({ config, value, own, parameter }: NodeContext<SplitConfig>) {
  const column = config.stratify === undefined ? undefined : value(config.stratify, 'stratify').column;
  const shares = endsOf(config.shares).slice(0, -1).map(decimalText);
  const values = column?.values ?? [];
  const columns = values.map((one, at): MadeColumn => {
    return { id: `stratum${at + 1}`, type: 'boolean', mask: true, expr: call('eq', column?.expr ?? literal(''), literal(one.value)) };
  });
  const parameters = columns.map(({ id }): MadeParameter => {
    return { id: `ends${id}`, value: null, fit: { estimator: 'shareCuts', of: [own('draw')], where: id, options: { shares } } };
  });
  const pieces = columns.flatMap(({ id }) => [own(id), call('bin', own('draw'), parameter(`ends${id}`))]);
  return { columns, parameters, pieces };
}

function label({ config, own }: NodeContext<SplitConfig>): readonly MadeColumn[] {
  if (config.as === undefined) return [];
  const cases = config.shares.flatMap(({ id }, at) => [call('eq', own('group'), literal(at + 1)), literal(id)]);
  const values = config.shares.map(({ id }) => ({ value: id }));
  return [{ id: 'label', name: config.as, type: 'string', answers: true, values, expr: call('case', ...cases) }];
}
