// Settings of a look-up: which column, in which table, and what to answer under which name.
import { type ValueConfig, valueSchema } from '@tierflow/compiler';
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';
import { limits, type OwnRow, ownFaults, ownRows } from './own-table.ts';
import { levels } from './tables/china/places.ts';
import { type SizeRule, sizeRuleNames, sizeRules } from './tables/company-sizes.ts';

export const builtInTables = ['china-regions', 'industries', 'company-size', 'own'] as const;
export const answers = ['region', 'province', 'city', 'county', 'circle', 'code'] as const;

export type Answer = (typeof answers)[number];

const text = z.string().min(1).max(200);
const ownTable: z.ZodType<readonly OwnRow[]> = z
  .array(z.strictObject({ from: z.array(text).min(1).max(200), to: text }))
  .min(1)
  .max(limits.rows);

const shape = z.strictObject({
  /** A table that comes along, `own` for the pasted one, or the rows of an own table. */
  table: z.union([z.enum(builtInTables), ownTable]),
  /** The text that is looked up. */
  field: valueSchema.optional(),
  /** Places only: the province, or the city, that the place lies in. */
  within: valueSchema.optional(),
  /** Places only: the smallest units that the column names. */
  level: z.enum(levels).default('province'),
  /** Places only: what to answer, and in which form. */
  show: z.enum(answers).default('region'),
  names: z.enum(['short', 'full']).default('short'),
  more: z
    .array(z.strictObject({ show: z.enum(answers), as: columnName }))
    .max(answers.length)
    .default([]),
  /** Own table only: lines from a spreadsheet; the last cell of a line is what its other cells stand for. */
  pasted: z.string().max(limits.pasted).optional(),
  /** Company size only. */
  employees: valueSchema.optional(),
  revenue: valueSchema.optional(),
  revenueUnit: z.enum(['yuan', 'ten-thousand']).default('yuan'),
  rule: z.enum(sizeRuleNames).default('industry'),
  /** Name of the column. */
  as: columnName.default('group'),
  /** Name of the column that says how the look-up went. */
  outcome: columnName.optional(),
});

type Shape = z.infer<typeof shape>;
type Issues = z.RefinementCtx;
type Issue = (code: string, path: PropertyKey[], params?: Record<string, unknown>) => void;

export const lookupConfig = shape.superRefine((config, context) => {
  const issue: Issue = (code, path, params = {}) => context.addIssue({ code: 'custom', path, params: { code, ...params } });
  if (config.table === 'company-size') refuseSize(config, issue);
  else if (config.field === undefined) issue('lookup.no-field', ['field']);
  if (config.table === 'china-regions' && config.level !== 'county') refuseCounty(config, issue);
  const own = ownRows(config);
  if (own !== undefined) for (const { code, path, params } of ownFaults(own)) issue(code, [...path], params);
  refuseNames(config, context);
});

export type LookupConfig = z.infer<typeof lookupConfig>;

/** Number of people and revenue: what the rule asks for, at least one of both. */
function refuseSize({ employees, revenue, rule }: Shape, issue: Issue): void {
  const known = (value: ValueConfig | undefined, bounds: unknown) => value !== undefined && bounds !== undefined;
  const { employees: people, revenue: money }: SizeRule = sizeRules[rule];
  if (known(employees, people) || known(revenue, money)) return;
  issue(people === undefined ? 'lookup.no-revenue' : 'lookup.no-employees', [people === undefined ? 'revenue' : 'employees']);
}

/** Counties can be answered only where they are looked up. */
function refuseCounty({ show, more }: Shape, issue: Issue): void {
  if (show === 'county') issue('lookup.no-county', ['show']);
  more.forEach((one, at) => {
    if (one.show === 'county') issue('lookup.no-county', ['more', at, 'show']);
  });
}

function refuseNames({ table, as, outcome, more }: Shape, context: Issues): void {
  const taken = [as, ...(outcome === undefined ? [] : [outcome])];
  if (as === outcome) context.addIssue({ code: 'custom', path: ['outcome'], params: { code: 'config.duplicate-name', name: as } });
  if (table !== 'china-regions') return;
  const names = more.map((one) => one.as);
  refuseTwice(names, 'more', 'as', context);
  names.forEach((name, at) => {
    if (taken.includes(name))
      context.addIssue({ code: 'custom', path: ['more', at, 'as'], params: { code: 'config.duplicate-name', name } });
  });
}
