// A customer's history as columns (purchases of one day are one), the fitted models, and what they expect.
import {
  asOf,
  type CollectionInfo,
  call,
  exprOf,
  invariant,
  type Lowered,
  lineDay,
  linesWhere,
  literal,
  type MadeColumn,
  type MadeParameter,
  type NodeContext,
} from '@tierflow/compiler';
import type { Expr, FunctionName } from '@tierflow/definition';
import { type ClvConfig, unitDays } from './config.ts';
import { titles } from './titles.ts';

type Context = NodeContext<ClvConfig>;

interface Model {
  readonly estimator: string;
  readonly check: string;
  readonly alive: FunctionName;
  readonly purchases: FunctionName;
}

const models: Readonly<Record<ClvConfig['model'], Model>> = {
  bgnbd: { estimator: 'bgnbd', check: 'bgnbdCheck', alive: 'bgnbdAlive', purchases: 'bgnbdPurchases' },
  paretonbd: { estimator: 'paretoNbd', check: 'paretoNbdCheck', alive: 'paretoNbdAlive', purchases: 'paretoNbdPurchases' },
};

export function lowerClv(context: Context): Lowered {
  const { config, own } = context;
  const model = models[config.model];
  const found = invariant(context.collection(config.from, 'from').collection, 'purchases are there');
  // The field that dates a purchase also says which lines are past.
  const line = config.date === undefined ? found : { ...found, time: config.date };
  const history: readonly Expr[] = [own('x'), own('tx'), own('T')];
  const fit = (id: string, estimator: string, of: readonly Expr[]): MadeParameter => ({
    id,
    value: null,
    fit: { estimator, of, where: 'bought', options: {} },
  });
  const valued = config.value !== undefined;
  return {
    columns: [
      ...historyColumns(line, context),
      ...(valued ? [meanColumn(line, context)] : []),
      ...expectedColumns(model, history, context),
      ...(valued ? valueColumns(model, history, context) : []),
    ],
    parameters: [
      fit('model', model.estimator, history),
      {
        id: 'check',
        value: null,
        shown: true,
        // The chance says that the model has to be fitted first.
        fit: { estimator: model.check, of: [...history, own('alive')], where: 'bought', options: { model: `${context.node.id}.model` } },
      },
      ...(valued ? [fit('spending', 'gammaGamma', [own('x'), own('m')])] : []),
    ],
    ports: [{ id: 'out' }],
    unknown: call('isMissing', own(valued ? 'clv' : 'purchases')),
  };
}

function seen({ config, condition }: Context, line: CollectionInfo, more: readonly Expr[] = []) {
  const asked = config.where === undefined ? [] : [exprOf(condition(config.where, 'where', line))];
  const parts = [...asked, ...more];
  const limits = parts.length === 0 ? {} : { condition: parts.length === 1 ? (parts[0] as Expr) : call('and', ...parts) };
  return { op: 'aggregate', from: line.name, ...linesWhere(line, limits) } as const;
}

/** First and last day, repeat purchases x, time of the last t_x and time watched T since the first, in the unit. */
function historyColumns(line: CollectionInfo, context: Context): readonly MadeColumn[] {
  const { own, config } = context;
  const day = invariant(lineDay(line), 'purchases have a day');
  const base = seen(context, line);
  const since = (end: Expr): Expr => {
    const days = call('daysBetween', own('first'), end);
    return config.unit === 'day' ? days : call('div', days, literal(unitDays[config.unit]));
  };
  return [
    { id: 'first', type: 'date', expr: { ...base, fn: 'min', value: day } },
    { id: 'last', type: 'date', expr: { ...base, fn: 'max', value: day } },
    { id: 'bought', type: 'boolean', mask: true, expr: call('exists', own('first')) },
    {
      id: 'x',
      type: 'number',
      decimals: 0,
      expr: call('if', own('bought'), call('sub', { ...base, fn: 'distinct', value: day }, literal(1))),
    },
    { id: 'tx', type: 'number', expr: since(own('last')) },
    { id: 'T', type: 'number', expr: since(asOf) },
  ];
}

/** Mean amount of the days after the first on which something was bought. */
function meanColumn(line: CollectionInfo, context: Context): MadeColumn {
  const { own, config, value } = context;
  const day = invariant(lineDay(line), 'purchases have a day');
  const amount = exprOf(value(invariant(config.value, 'there is an amount'), 'value', { line }));
  const later = { ...seen(context, line, [call('gt', day, own('first'))]), fn: 'sum', value: amount } as const;
  return { id: 'm', type: 'number', expr: call('if', call('gt', own('x'), literal(0)), call('div', later, own('x'))) };
}

function expectedColumns(model: Model, history: readonly Expr[], { config, parameter }: Context): readonly MadeColumn[] {
  const name = (id: string): string => `${config.as ?? ''}${id}`;
  const asked = [parameter('model'), ...history];
  return [
    { id: 'alive', name: name('alive'), title: titles.alive, type: 'number', answers: true, expr: call(model.alive, ...asked) },
    {
      id: 'purchases',
      name: name('purchases'),
      title: titles.purchases,
      type: 'number',
      answers: true,
      expr: call(model.purchases, ...asked, literal(config.horizon)),
    },
  ];
}

/** Nobody whose repeat purchases brought nothing, or less, has an expected amount. */
function valueColumns(model: Model, history: readonly Expr[], { config, own, parameter }: Context): readonly MadeColumn[] {
  const name = (id: string): string => `${config.as ?? ''}${id}`;
  const known = call('or', call('eq', own('x'), literal(0)), call('gt', own('m'), literal(0)));
  const spend = call('if', known, call('gammaGammaMean', parameter('spending'), own('x'), own('m')));
  const discounted = call(
    model.purchases,
    parameter('model'),
    ...history,
    literal(config.horizon),
    literal(unitDays.month / unitDays[config.unit]),
    literal(monthly(config.discount ?? 0)),
  );
  const made = config.discount === undefined ? own('purchases') : discounted;
  return [
    { id: 'spend', name: name('spend'), title: titles.spend, type: 'number', answers: true, expr: spend },
    { id: 'clv', name: name('clv'), title: titles.clv, type: 'number', answers: true, expr: call('mul', made, own('spend')) },
  ];
}

/** The rate of a month that makes the rate of a year, to twelve digits: the same wherever it is computed. */
function monthly(yearly: number): number {
  return Number(((1 + yearly) ** (1 / 12) - 1).toPrecision(12));
}
