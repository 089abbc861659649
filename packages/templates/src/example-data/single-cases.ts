// The smaller worlds of the cases: a bank, a car dealer, a maker of electronics.
import { exp, Names, Random } from '@tierflow/draw';
import { customerSet, numbered, SEED, within } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

/** Clients of a bank: assets, transactions and services rise together, each with its own chance. */
export function bank(): readonly ExampleSet[] {
  const names = new Names();
  const rows = people(800, 23, (id, random): Cell[] => {
    const wealth = random.normal();
    const habit = wealth * 0.5 + random.normal() * 0.8;
    return [
      id,
      names.person(random, random.chance(0.5)),
      random.chance(0.03) ? undefined : Math.round(90_000 * exp(wealth * 1.5)),
      random.poisson(14 * exp(habit * 0.8)),
      within(1, Math.round(2.4 + habit * 1.2), 7),
      within(0, Math.round(2 + habit + random.normal()), 5),
    ];
  });
  return [customerSet(['customer_id', 'name', 'assets', 'transactions', 'products_held', 'digital_services'], rows)];
}

/** Customers of a car dealer. */
export function cars(): readonly ExampleSet[] {
  const names = new Names();
  const rows = people(600, 24, (id, random): Cell[] => {
    const rank = random.next();
    return [
      id,
      names.person(random, random.chance(0.4)),
      rank < 0.06 ? 0 : 1 + random.poisson(rank > 0.75 ? 1.1 : 0.35),
      rank > 0.85 ? 'premium' : rank > 0.4 ? 'middle' : 'entry',
      random.poisson(rank > 0.4 ? 1.4 : 0.6),
    ];
  });
  return [customerSet(['customer_id', 'name', 'purchases', 'model_class', 'service_visits'], rows)];
}

/** Buyers of electronics; one in five works with it. */
export function devices(): readonly ExampleSet[] {
  const names = new Names();
  const rows = people(600, 25, (id, random): Cell[] => {
    const works = random.chance(0.2);
    return [
      id,
      names.person(random, random.chance(0.4)),
      random.poisson(works ? 2.2 : 0.2),
      random.poisson(works ? 4 : 0.6),
      random.chance(works ? 0.6 : 0.02),
      works ? 'works with it' : 'private',
    ];
  });
  return [customerSet(['customer_id', 'name', 'professional_products', 'technical_questions', 'company_licence', 'use'], rows)];
}

function people(count: number, purpose: number, draw: (id: string, random: Random) => Cell[]): readonly Cell[][] {
  return Array.from({ length: count }, (_, index) => draw(numbered('C', index), new Random(SEED, index, purpose)));
}
