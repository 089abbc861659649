// Writes the B2B example: accounts.csv and deals.csv of an invented supplier of business software and equipment.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDay } from '@tierflow/definition';
import { Random } from '@tierflow/draw';
import { CsvFile } from '../csv-file.ts';
import { drawPlace, readProvinces } from '../places.ts';
import { headerOf, type WrittenFile } from '../schema.ts';
import { accountCells, type Deal, drawAccount, drawDeals, LAST_DEAL } from './account.ts';
import { Market } from './market.ts';
import { b2bAccounts, b2bDeals } from './schema.ts';

/** Accounts of the example that the product starts with. */
export const B2B_ACCOUNTS = 3_200;
/** Seed of the example that the product starts with. */
export const B2B_SEED = 1;
const MOST_ACCOUNTS = 1_000_000;
/** Random streams of one account. */
const PURPOSE = { life: 4, company: 5, deals: 6 } as const;

export interface B2bOptions {
  /** Folder for the files; made if it is not there. */
  readonly dir: string;
  /** Default 1. */
  readonly seed?: number;
  /** Default 3,200; 1 to 1,000,000. */
  readonly accounts?: number;
}

export interface B2bFiles {
  readonly accounts: WrittenFile;
  readonly deals: WrittenFile;
}

/** Writes both files; the same seed and size give the same bytes on every machine. All rows are clean. */
export async function generateB2b(options: B2bOptions): Promise<B2bFiles> {
  const { dir, seed = B2B_SEED, accounts = B2B_ACCOUNTS } = options;
  if (!Number.isInteger(accounts) || accounts < 1 || accounts > MOST_ACCOUNTS)
    throw new RangeError(`accounts: 1 to ${MOST_ACCOUNTS}, not ${accounts}`);
  await mkdir(dir, { recursive: true });
  const paths = { accounts: join(dir, 'accounts.csv'), deals: join(dir, 'deals.csv') };
  const accountFile = await CsvFile.create(paths.accounts, headerOf(b2bAccounts));
  const dealFile = await CsvFile.create(paths.deals, headerOf(b2bDeals));
  const market = new Market(seed);
  const provinces = readProvinces();
  let deals = 0;
  for (let index = 0; index < accounts; index += 1) {
    const life = new Random(seed, index, PURPOSE.life);
    const account = drawAccount(`A${String(index + 1).padStart(5, '0')}`, market, life);
    const place = drawPlace(provinces, life);
    accountFile.row(accountCells(account, place, market, new Random(seed, index, PURPOSE.company)));
    for (const each of closing(drawDeals(account, market, new Random(seed, index, PURPOSE.deals)), index === accounts - 1)) {
      deals += 1;
      dealFile.row([
        `D${String(deals).padStart(6, '0')}`,
        account.id,
        formatDay(each.day),
        each.stage,
        each.type,
        each.product,
        each.amount,
      ]);
    }
    await accountFile.flush();
    await dealFile.flush();
  }
  const digests = { accounts: await accountFile.close(), deals: await dealFile.close() };
  return {
    accounts: { path: paths.accounts, rows: accounts, rejected: 0, withoutCustomer: 0, digest: digests.accounts },
    deals: { path: paths.deals, rows: deals, rejected: 0, withoutCustomer: 0, digest: digests.deals },
  };
}

/** The last account always closes a deal on the last day, so that the as-of day is the same in files of any size. */
function closing(deals: readonly Deal[], last: boolean): readonly Deal[] {
  if (!last) return deals;
  return [...deals, { day: LAST_DEAL, stage: 'won', type: 'expansion', product: 'training', amount: 26_000 }];
}
