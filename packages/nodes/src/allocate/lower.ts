// A score for each eligible pair of person and offer, and a line for each offer: the pair that no longer fitted. Whoever stands above
// lines takes the best offer among them. Lines are frozen, so one new record is decided as the population was.
import {
  anyOf,
  call,
  exprOf,
  type Lowered,
  list,
  literal,
  type MadeColumn,
  type MadeParameter,
  type NodeContext,
} from '@tierflow/compiler';
import type { Expr, Json } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { AllocateConfig, OfferConfig } from './config.ts';
import { allocatePorts, playbookOf } from './ports.ts';

type Context = NodeContext<AllocateConfig>;

export function lowerAllocate(context: Context): Lowered {
  const { config, flow, key, node, own } = context;
  const offers = config.offers.map((offer, at) => lowerOffer(offer, at, context));
  const taken = offers.map((_, at) => own(`taken${at + 1}`));
  const [first = literal(0), ...others] = taken;
  const choice = taken.flatMap((one, at) => [call('eq', one, own('best')), literal(at + 1)]);
  const waits = call('and', call('isMissing', own('choice')), own('eligible'));
  return {
    columns: [
      { id: 'draw', type: 'number', expr: call('hashShare', literal(config.salt ?? node.id), key) },
      ...offers.flatMap(({ columns }) => columns),
      { id: 'eligible', type: 'boolean', mask: true, expr: anyOf(offers.map(({ score }) => call('exists', score))) },
      { id: 'best', type: 'number', expr: others.length === 0 ? first : call('greatest', first, ...others) },
      { id: 'choice', type: 'number', decimals: 0, expr: call('case', ...choice) },
      ...label(context),
    ],
    parameters: fits(context),
    ports: [
      ...config.offers.map(({ id }, at) => ({ id, when: call('eq', own('choice'), literal(at + 1)) })),
      { id: 'waiting', when: waits },
      { id: 'rest', when: call('not', own('eligible')) },
    ],
    unknown: anyOf(offers.map(({ unknown }) => unknown)),
    segments: true,
    playbooks: config.offers.flatMap(({ id, playbook }): NonNullable<Lowered['playbooks']> => {
      const found = playbookOf(playbook, flow);
      return found === undefined ? [] : [{ id: found.id, title: localText(found.title), priority: config.priority, port: id }];
    }),
  };
}

interface LoweredOffer {
  readonly columns: readonly MadeColumn[];
  readonly score: Expr;
  /** It cannot be told whether somebody is eligible. */
  readonly unknown: Expr;
}

/** The score is what a unit of value costs, as a negative number; whoever costs nothing comes before all others, by value. */
function lowerOffer(offer: OfferConfig, at: number, context: Context): LoweredOffer {
  const { config, condition, own, parameter, value } = context;
  const n = at + 1;
  const [met, worth, cost, score] = [own(`where${n}`), own(`value${n}`), own(`cost${n}`), own(`score${n}`)];
  const { where } = offer;
  const asked = where === undefined ? [] : [met];
  const worthwhile = call('gt', worth, literal(0));
  const eligible = call('and', ...asked, worthwhile, call('ge', cost, literal(0)));
  const line = (part: 0 | 1): Expr => {
    const ends = Array.from({ length: 2 * config.offers.length - 1 }, (_, place) => place + 1);
    return call('step', literal(2 * at + part), list(ends), parameter('lines'));
  };
  const above = call('or', call('gt', score, line(0)), call('and', call('eq', score, line(0)), call('lt', own('draw'), line(1))));
  const noCost = call('or', call('isMissing', cost), call('lt', cost, literal(0)));
  const unclear = call('or', call('isMissing', worth), call('and', worthwhile, noCost));
  return {
    columns: [
      ...(where === undefined ? [] : [{ id: `where${n}`, type: 'boolean', expr: exprOf(condition(where, `offers.${at}.where`)) } as const]),
      { id: `value${n}`, type: 'number', expr: exprOf(value(offer.value, `offers.${at}.value`)) },
      { id: `cost${n}`, type: 'number', expr: costOf(offer, at, context) },
      {
        id: `score${n}`,
        type: 'number',
        expr: call('if', eligible, call('if', call('gt', cost, literal(0)), call('neg', call('div', cost, worth)), worth)),
      },
      { id: `taken${n}`, type: 'number', expr: call('if', above, score) },
    ],
    score,
    unknown: where === undefined ? unclear : call('or', call('isMissing', met), call('and', met, unclear)),
  };
}

function costOf({ cost, playbook }: OfferConfig, at: number, { flow, value }: Context): Expr {
  if (cost === undefined) return literal(playbookOf(playbook, flow)?.cost ?? 0);
  return typeof cost === 'number' ? literal(cost) : exprOf(value(cost, `offers.${at}.cost`));
}

/** The lines of all offers in one list, and what the allocation comes to; the choice says that the lines come first. */
function fits({ config, own }: Context): readonly MadeParameter[] {
  const limits = config.offers.map(({ capacity, budget }): Json => {
    return { ...(capacity === undefined ? {} : { capacity }), ...(budget === undefined ? {} : { budget }) };
  });
  const options = { offers: limits, ...(config.budget === undefined ? {} : { budget: config.budget }) };
  const columns = (...names: readonly string[]): readonly Expr[] =>
    config.offers.flatMap((_, at) => names.map((name) => own(`${name}${at + 1}`)));
  return [
    { id: 'lines', value: null, fit: { estimator: 'allocationLines', of: [own('draw'), ...columns('score', 'cost')], options } },
    {
      id: 'report',
      value: null,
      shown: true,
      fit: {
        estimator: 'allocationReport',
        of: [own('draw'), own('choice'), ...columns('score', 'value', 'cost')],
        options,
      },
    },
  ];
}

function label({ config, flow, own }: Context): readonly MadeColumn[] {
  if (config.as === undefined) return [];
  const cases = config.offers.flatMap(({ id }, at) => [call('eq', own('choice'), literal(at + 1)), literal(id)]);
  const waits = call('and', call('isMissing', own('choice')), own('eligible'));
  const values = allocatePorts(config, flow).filter((port) => port.remainder === undefined);
  return [
    {
      id: 'label',
      name: config.as,
      type: 'string',
      answers: true,
      values: values.map(({ id, title }) => ({ value: id, ...(title === undefined ? {} : { title }) })),
      expr: call('case', ...cases, waits, literal('waiting')),
    },
  ];
}
