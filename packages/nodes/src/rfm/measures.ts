// Recency, frequency and amount as expressions: from the lines of purchases, or from columns that already hold them.
import {
  asOf,
  type CollectionInfo,
  type Compiled,
  call,
  exprOf,
  invariant,
  lineDay,
  linesWhere,
  type NodeContext,
} from '@tierflow/compiler';
import type { Diagnostic, Expr, ValueType } from '@tierflow/definition';
import type { RfmConfig } from './config.ts';

type Context = NodeContext<RfmConfig>;

/** Parts of the config that compile, with what they say. */
export interface MeasureParts {
  readonly parts: readonly Compiled[];
  readonly remarks: readonly Diagnostic[];
}

export interface Measures {
  /** The day of the last purchase, where it has to be computed. */
  readonly last?: Expr;
  readonly recency: (last: Expr) => Expr;
  readonly frequency: Expr;
  readonly monetary: Expr;
}

const days: readonly ValueType[] = ['date', 'datetime'];

/** Column or value that holds the amount. */
function amountOf(config: RfmConfig): {
  readonly value: Parameters<Context['value']>[0];
  readonly path: string;
  readonly fn: 'sum' | 'mean';
} {
  const { monetary } = config;
  return 'field' in monetary
    ? { value: monetary.field, path: 'monetary.field', fn: 'sum' }
    : { value: monetary.value, path: 'monetary.value', fn: monetary.fn };
}

export function checkMeasures(context: Context): MeasureParts {
  const { config, value } = context;
  const amount = amountOf(config);
  if (config.from === undefined) {
    const recency = value(config.recency.field ?? '', 'recency.field', { types: ['number', ...days] });
    return {
      parts: [
        recency,
        value(config.frequency.field ?? '', 'frequency.field', { types: ['number'] }),
        value(amount.value, amount.path, { types: ['number'] }),
      ],
      remarks: [],
    };
  }
  const { collection: line, diagnostics } = context.collection(
    config.from,
    'from',
    config.recency.field === undefined ? 'timed' : undefined,
  );
  if (line === undefined) return { parts: [], remarks: diagnostics };
  const parts: Compiled[] = [value(amount.value, amount.path, { types: ['number'], line })];
  if (config.recency.field !== undefined) parts.push(value(config.recency.field, 'recency.field', { types: days, line }));
  if (config.frequency.field !== undefined && config.frequency.count === 'events')
    parts.push(value(config.frequency.field, 'frequency.field', { line }));
  if (config.where !== undefined) parts.push(context.condition(config.where, 'where', line));
  return { parts, remarks: diagnostics };
}

export function lowerMeasures(context: Context): Measures {
  const { config } = context;
  const found = config.from === undefined ? undefined : context.collection(config.from, 'from').collection;
  if (found === undefined) return fromColumns(context);
  // The field that dates a purchase also says which lines are past.
  return fromLines(context, config.recency.field === undefined ? found : { ...found, time: config.recency.field });
}

function fromColumns({ config, value }: Context): Measures {
  const recency = value(config.recency.field ?? '', 'recency.field');
  const amount = amountOf(config);
  const expr = exprOf(recency);
  const day = recency.type === 'datetime' ? call('dateOf', expr) : expr;
  const measured = recency.type === 'number' ? expr : call('daysBetween', day, asOf);
  return {
    recency: () => measured,
    frequency: exprOf(value(config.frequency.field ?? '', 'frequency.field')),
    monetary: exprOf(value(amount.value, amount.path)),
  };
}

function fromLines({ config, value, condition }: Context, line: CollectionInfo): Measures {
  const limits = {
    ...(config.where === undefined ? {} : { condition: exprOf(condition(config.where, 'where', line)) }),
    ...(config.window === undefined ? {} : { window: config.window }),
  };
  const where = linesWhere(line, limits);
  const day = invariant(lineDay(line), 'purchases have a day');
  const amount = amountOf(config);
  const counted =
    config.frequency.count === 'days'
      ? day
      : config.frequency.field === undefined
        ? undefined
        : exprOf(value(config.frequency.field, 'frequency.field', { line }));
  const base = { op: 'aggregate', from: line.name, ...where } as const;
  return {
    last: { ...base, fn: 'max', value: day },
    recency: (last) => call('daysBetween', last, asOf),
    frequency: counted === undefined ? { ...base, fn: 'count' } : { ...base, fn: 'distinct', value: counted },
    monetary: { ...base, fn: amount.fn, value: exprOf(value(amount.value, amount.path, { line })) },
  };
}
