// An invented supplier of companies: prospects, customers and lost ones with what the account managers know of them.
import { exp, Names, Random } from '@tierflow/draw';
import { customerSet, numbered, SEED, within } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

const COMPANIES = 700;
const APPLICATIONS = ['it', 'manufacturing', 'medical', 'retail'];

/** The companies. */
export function business(): readonly ExampleSet[] {
  const names = new Names();
  const rows: Cell[][] = [];
  for (let index = 0; index < COMPANIES; index += 1) {
    const random = new Random(SEED, index, 22);
    const stage = random.next();
    const status = stage < 0.6 ? 'customer' : stage < 0.85 ? 'prospect' : 'lost';
    const attachment = random.beta(2.4, 1.6);
    const tenure = status === 'prospect' ? 0 : Math.round(random.gamma(2) * 20) / 10;
    const size = exp(random.normal() * 0.9);
    const complaints = random.poisson(attachment < 0.4 ? 1.3 : 0.25);
    const application = random.oneOf(APPLICATIONS);
    rows.push([
      numbered('B', index),
      names.company(
        random,
        random.oneOf(['上海', '深圳', '苏州', '西安', '青岛']),
        application === 'medical' ? '医疗科技' : '智能科技',
        'Technology',
      ),
      status,
      Math.round(within(0, 55 + random.normal() * 22, 100)),
      status === 'prospect' ? undefined : Math.round(attachment * 100),
      Math.round(within(0, (status === 'customer' ? 0.65 : 1.1) - attachment * 0.6 + random.normal() * 0.12, 1) * 100) / 100,
      status === 'customer' ? Math.round(160_000 * size * (0.5 + tenure / 5)) : status === 'lost' ? 0 : undefined,
      status === 'customer' ? Math.round((random.normal() * 0.16 + (tenure < 2 ? 0.18 : 0.03)) * 100) / 100 : undefined,
      tenure,
      random.chance(0.1) ? undefined : Math.round(within(0, (application === 'it' ? 62 : 46) + random.normal() * 22, 100)),
      application,
      status === 'prospect' ? undefined : complaints,
      status === 'prospect' || random.chance(0.2)
        ? undefined
        : within(1, Math.round(5 + attachment * 5 - complaints + random.normal()), 10),
    ]);
  }
  return [
    customerSet(
      [
        'customer_id',
        'company',
        'status',
        'need',
        'loyalty',
        'competitor_share',
        'revenue',
        'growth',
        'tenure_years',
        'skill',
        'application',
        'complaints',
        'satisfaction',
      ],
      rows,
    ),
  ];
}
