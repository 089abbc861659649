// The command that writes example data: node examples/src/main.ts retail --customers 100000 --seed 1 --out DIR
import { parseArgs } from 'node:util';
import { generateB2b } from './b2b/generate.ts';
import { generateRetail } from './retail/generate.ts';
import type { WrittenFile } from './schema.ts';

const USAGE = `usage: node examples/src/main.ts retail --out DIR [--customers N] [--seed N]
       node examples/src/main.ts b2b --out DIR [--accounts N] [--seed N]`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const order = read(args);
  if (order === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { which, dir, size, seed } = order;
  const files =
    which === 'retail'
      ? await generateRetail({ dir, ...(size === undefined ? {} : { customers: size }), seed })
      : await generateB2b({ dir, ...(size === undefined ? {} : { accounts: size }), seed });
  for (const file of Object.values<WrittenFile>({ ...files })) {
    process.stdout.write(
      `${file.path}: ${file.rows} rows, ${file.rejected} bad rows, ${file.withoutCustomer} without customer, ${file.digest}\n`,
    );
  }
  return 0;
}

interface Order {
  readonly which: 'retail' | 'b2b';
  readonly dir: string;
  readonly size: number | undefined;
  readonly seed: number;
}

/** What was asked for; undefined if the command line is wrong. */
function read(args: readonly string[]): Order | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, seed: { type: 'string' }, customers: { type: 'string' }, accounts: { type: 'string' } },
    });
    const which = positionals[0];
    if ((which !== 'retail' && which !== 'b2b') || positionals.length !== 1 || values.out === undefined) return undefined;
    const size = which === 'retail' ? values.customers : values.accounts;
    const other = which === 'retail' ? values.accounts : values.customers;
    const numbers = [size ?? '1', values.seed ?? '1'].map(Number);
    if (other !== undefined || !numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= 1_000_000)) return undefined;
    return { which, dir: values.out, size: size === undefined ? undefined : Number(size), seed: Number(values.seed ?? '1') };
  } catch {
    return undefined;
  }
}
