// The same decision in other engines, as their documentation would have it written.
import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import jsonata from 'jsonata';
import { east, served, tierFrom, tierIds } from './grading-flow.ts';

export interface Customer {
  readonly id: string;
  readonly region: string;
  readonly age: number;
  readonly satisfaction: number | null;
  readonly days: number;
  readonly orders: number;
  readonly spend: number;
}

export interface Cuts {
  readonly days: readonly number[];
  readonly orders: readonly number[];
  readonly spend: readonly number[];
}

export interface Graded {
  readonly tier: string | null;
  readonly playbook: string | null;
}

const bins = (name: string, cuts: readonly number[], or: string): string =>
  `${cuts.map((cut, at) => `${name} <= ${cut} ? ${at + 1} ${or} `).join('')}${cuts.length + 1}`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const tierOf = (name: string): string =>
  `${tierFrom.map((from, at) => `${name} >= ${Math.round(from * 10)} ? "${tierIds[at]}" : `).join('')}"${tierIds[4]}"`;

/** JSONata, interpreted. */
export function jsonataGrader(cuts: Cuts): (customer: Customer) => Promise<Graded> {
  const expression = jsonata(`(
    region in [${quoted(served)}] and age >= 20 and age <= 70 and $exists(satisfaction) and satisfaction != null ? (
      $R := 6 - (${bins('days', cuts.days, ':')}); $F := (${bins('orders', cuts.orders, ':')}); $M := (${bins('spend', cuts.spend, ':')});
      $s := 3 * $R + 3 * $F + 4 * $M; $t := ${tierOf('$s')};
      {"tier": $t, "playbook": $t & (region in [${quoted(east)}] ? "-east" : "-west")}
    ) : {"tier": null, "playbook": null})`);
  return (customer) => expression.evaluate(customer);
}

/** GoRules Zen: an expression node for the score, a decision table of tiers, one of playbooks. */
export function zenGrader(cuts: Cuts): (customer: Customer) => Promise<Graded> {
  const expressions = [
    { id: 'r', key: 'R', value: `6 - (${bins('days', cuts.days, ':')})` },
    { id: 'f', key: 'F', value: bins('orders', cuts.orders, ':') },
    { id: 'm', key: 'M', value: bins('spend', cuts.spend, ':') },
    { id: 's', key: 'score', value: '3 * $.R + 3 * $.F + 4 * $.M' },
    { id: 'x', key: 'reached', value: `region in [${quoted(served)}] and age >= 20 and age <= 70 and satisfaction != null` },
    { id: 'e', key: 'east', value: `region in [${quoted(east)}]` },
  ];
  const rules = tierIds.flatMap((id, at) =>
    [true, false].map((isEast) => ({
      _id: `${id}-${isEast}`,
      a: 'true',
      b: at < 4 ? `>= ${Math.round((tierFrom[at] ?? 0) * 10)}` : '',
      c: String(isEast),
      t: `"${id}"`,
      p: `"${id}-${isEast ? 'east' : 'west'}"`,
    })),
  );
  const content = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'expr', name: 'expr', type: 'expressionNode', position: { x: 0, y: 0 }, content: { expressions, passThrough: true } },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: [
            { id: 'a', name: 'reached', field: 'reached' },
            { id: 'b', name: 'score', field: 'score' },
            { id: 'c', name: 'east', field: 'east' },
          ],
          outputs: [
            { id: 't', name: 'tier', field: 'tier' },
            { id: 'p', name: 'playbook', field: 'playbook' },
          ],
          rules: [...rules, { _id: 'none', a: 'false', b: '', c: '', t: 'null', p: 'null' }],
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: '1', sourceId: 'in', targetId: 'expr', type: 'edge' },
      { id: '2', sourceId: 'expr', targetId: 'table', type: 'edge' },
      { id: '3', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(content);
  return async (customer) => {
    const { tier = null, playbook = null } = (await decision.evaluate(customer)).result as Partial<Graded>;
    return { tier, playbook };
  };
}

/** json-rules-engine: the score as a computed fact, one rule per tier and region. */
export function rulesEngineGrader(cuts: Cuts): (customer: Customer) => Promise<Graded> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const bin = (x: number, at: readonly number[]): number => 1 + at.filter((cut) => cut < x).length;
  engine.addFact('score', async (_, almanac) => {
    const [days, orders, spend] = await Promise.all(['days', 'orders', 'spend'].map((name) => almanac.factValue<number>(name)));
    return 3 * (6 - bin(days as number, cuts.days)) + 3 * bin(orders as number, cuts.orders) + 4 * bin(spend as number, cuts.spend);
  });
  tierIds.forEach((id, at) => {
    for (const operator of ['in', 'notIn']) {
      const score = [
        ...(at < 4 ? [{ fact: 'score', operator: 'greaterThanInclusive', value: Math.round((tierFrom[at] ?? 0) * 10) }] : []),
        ...(at > 0 ? [{ fact: 'score', operator: 'lessThan', value: Math.round((tierFrom[at - 1] ?? 0) * 10) }] : []),
      ];
      engine.addRule({
        conditions: {
          all: [
            { fact: 'region', operator: 'in', value: served },
            { fact: 'age', operator: 'greaterThanInclusive', value: 20 },
            { fact: 'age', operator: 'lessThanInclusive', value: 70 },
            { fact: 'satisfaction', operator: 'notEqual', value: null },
            ...score,
            { fact: 'region', operator, value: east },
          ],
        },
        event: { type: 'graded', params: { tier: id, playbook: `${id}-${operator === 'in' ? 'east' : 'west'}` } },
      });
    }
  });
  return async (customer) => {
    const { events } = await engine.run({ ...customer });
    return (events[0]?.params as Graded | undefined) ?? { tier: null, playbook: null };
  };
}
