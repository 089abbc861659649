/** `pnpm nightly [SEED]`: the random tests at sizes that take an hour, not minutes. The seed is the day's unless given. Runs all, then says which failed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Search {
  readonly name: string;
  readonly tests: readonly string[];
  readonly sizes: { readonly [variable: string]: number | string };
}

const DAY = 86_400_000;
const seed = Number(process.argv[2] ?? Math.floor(Date.now() / DAY));
const root = join(import.meta.dirname, '..', '..', '..', '..');
const conformance = 'packages/testkit/src/conformance';

const searches: readonly Search[] = [
  {
    name: '25,000 formulas × 300 customers, five readings',
    tests: ['packages/expression/test/differential.test.ts'],
    sizes: { FORMULA_SEEDS: Array.from({ length: 10 }, (_, at) => seed * 10 + at).join(','), FORMULA_RUNS: 2500, FORMULA_ROWS: 300 },
  },
  {
    name: '4,000 programs',
    tests: [`${conformance}/random-programs.test.ts`, `${conformance}/sql.test.ts`],
    sizes: { TIERFLOW_PROGRAMS: 4000, TIERFLOW_RECORDS: 60 },
  },
  { name: '20,000 patterns', tests: [`${conformance}/sql-patterns.test.ts`], sizes: { TIERFLOW_PATTERNS: 20_000 } },
  { name: '5,000 flows', tests: [`${conformance}/random-flows.test.ts`], sizes: { TIERFLOW_FLOWS: 5000 } },
  { name: '500 flows in SQL', tests: [`${conformance}/sql-decisions.test.ts`], sizes: { TIERFLOW_FLOWS: 500 } },
];

console.log(`seed ${seed}`);
const failed: string[] = [];
for (const { name, tests, sizes } of searches) {
  const started = performance.now();
  const passed = await run(tests, sizes);
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${((performance.now() - started) / 60_000).toFixed(1)} min)`);
  if (!passed) failed.push(name);
}
if (failed.length > 0) process.exitCode = 1;

/** vitest is in `node_modules/.bin`, which is first in PATH inside a script. */
function run(tests: readonly string[], sizes: Search['sizes']): Promise<boolean> {
  const env = { ...process.env, ...Object.fromEntries(Object.entries(sizes).map(([name, value]) => [name, String(value)])) };
  const child = spawn('vitest', ['run', '--project', 'unit', ...tests], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code === 0)));
}
