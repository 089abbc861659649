// `pnpm bench`: prints tables with ratios; every table was made in one run, side by side. Arguments: population sizes.
import { benchBaskets } from './baskets.ts';
import { benchClusters } from './clusters.ts';
import { benchFormulas } from './formulas.ts';
import { benchHttp } from './http.ts';
import { benchLifetime } from './lifetime.ts';
import { benchOneRecord } from './one-record.ts';
import { benchPopulation } from './population.ts';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);

for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await benchPopulation(rows, rows > 2_000_000 ? 5 : 11);
await benchOneRecord(15);
await benchFormulas(15);
await benchClusters(1_000_000);
await benchBaskets(25);
await benchLifetime(50_000, 3);
await benchHttp(25);
