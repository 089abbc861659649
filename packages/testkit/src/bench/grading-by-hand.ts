// The grading flow by hand: what a good engineer would write for this one definition, and the customers it is asked about.
import type { Decision, Definition } from '@tierflow/definition';
import { seeded } from '../generate/random.ts';
import { east, regions, served, tierIds } from './grading-flow.ts';
import type { Customer, Cuts } from './peers.ts';

export const asOf = '2026-01-01';

/** The same customers every time. */
export function makeCustomers(n: number): readonly Customer[] {
  const random = seeded(7);
  return Array.from({ length: n }, (_, at) => ({
    id: `c${at}`,
    region: random.pick(regions),
    age: 18 + random.integer(62),
    satisfaction: random.chance(0.3) ? null : random.integer(10),
    days: random.integer(400),
    orders: 1 + random.integer(20),
    spend: random.integer(1_000_000) / 100,
  }));
}

/** The answer has every member of a decision. */
export function handWritten(definition: Definition, cuts: Cuts): (customer: Customer) => Decision {
  const servedSet = new Set<string>(served);
  const eastSet = new Set<string>(east);
  const [d1 = 0, d2 = 0, d3 = 0, d4 = 0] = cuts.days;
  const [o1 = 0, o2 = 0, o3 = 0, o4 = 0] = cuts.orders;
  const [s1 = 0, s2 = 0, s3 = 0, s4 = 0] = cuts.spend;
  const titles = tierIds.map((id) => ({ en: id }));
  const identity = { name: definition.name, version: definition.version, revision: definition.revision, digest: '' };
  const notes: Decision['notes'] = [];
  return (customer) => {
    const { region, age, satisfaction, days, orders, spend } = customer;
    let tier: string | null = null;
    let tierTitle: Decision['tierTitle'] = null;
    let score: number | null = null;
    let R: number | null = null;
    let F: number | null = null;
    let M: number | null = null;
    let RFM: string | null = null;
    const playbooks: string[] = [];
    if (servedSet.has(region) && age >= 20 && age <= 70 && satisfaction !== null) {
      R = days <= d1 ? 5 : days <= d2 ? 4 : days <= d3 ? 3 : days <= d4 ? 2 : 1;
      F = orders <= o1 ? 1 : orders <= o2 ? 2 : orders <= o3 ? 3 : orders <= o4 ? 4 : 5;
      M = spend <= s1 ? 1 : spend <= s2 ? 2 : spend <= s3 ? 3 : spend <= s4 ? 4 : 5;
      RFM = `${R}${F}${M}`;
      const tenths = 3 * R + 3 * F + 4 * M;
      score = tenths / 10;
      const at = tenths >= 44 ? 0 : tenths >= 38 ? 1 : tenths >= 30 ? 2 : tenths >= 22 ? 3 : 4;
      tier = tierIds[at] as string;
      tierTitle = titles[at] ?? null;
      playbooks.push(eastSet.has(region) ? `${tier}-east` : `${tier}-west`);
    }
    return {
      key: customer.id,
      tier,
      tierTitle,
      score,
      scores: { R, F, M, score },
      segments: [],
      labels: { RFM },
      playbooks,
      asOf,
      definition: identity,
      notes,
    };
  };
}

/** The cut points that a definition was fitted with. */
export function cutsOf(definition: Definition): Cuts {
  const [days = [], orders = [], spend = []] = definition.parameters.map((parameter) => parameter.value as readonly number[]);
  return { days, orders, spend };
}
