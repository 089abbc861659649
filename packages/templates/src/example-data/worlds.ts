// All example data by name.
import { business } from './business.ts';
import { app, hotel, school } from './cases-with-lines.ts';
import type { ExampleSet } from './example-set.ts';
import { household } from './household.ts';
import { nation } from './nation.ts';
import { practice } from './practice.ts';
import { shop } from './shop.ts';
import { bank, cars, devices } from './single-cases.ts';

/** Makes the data of each name; the same at every call, on every machine. The customers come first. */
export const worlds = { shop, business, bank, cars, devices, hotel, app, school, nation, practice, household } as const satisfies Readonly<
  Record<string, () => readonly ExampleSet[]>
>;

export type WorldName = keyof typeof worlds;
