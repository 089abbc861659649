// Writes the retail example: customers.csv and orders.csv of an invented shop for care, home and tea.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Names, Random } from '@tierflow/draw';
import { CsvFile } from '../csv-file.ts';
import { drawPlace, readProvinces } from '../places.ts';
import { headerOf, type WrittenFile } from '../schema.ts';
import { customerCells, type Life } from './customer.ts';
import { badAfter, badCustomers, badOrders } from './dirt.ts';
import { drawOrder, drawTaste, type Order, orderCells } from './order.ts';
import { drawPurchases } from './purchases.ts';
import { retailCustomers, retailOrders } from './schema.ts';
import { Season } from './season.ts';
import { Shop } from './shop.ts';

/** Customers of the example that the product starts with. */
export const RETAIL_CUSTOMERS = 12_480;
/** Seed of the example that the product starts with. */
export const RETAIL_SEED = 1;
const MOST_CUSTOMERS = 1_000_000;
/** Orders at a counter by people who show no member card, per customer. */
const GUESTS = 0.004;
/** Random streams of one customer. */
const PURPOSE = { life: 1, person: 2, guest: 3 } as const;

export interface RetailOptions {
  /** Folder for the files; made if it is not there. */
  readonly dir: string;
  /** Default 1. */
  readonly seed?: number;
  /** Default 12,480; 1 to 1,000,000. */
  readonly customers?: number;
}

export interface RetailFiles {
  readonly customers: WrittenFile;
  readonly orders: WrittenFile;
}

/**
 * Writes both files. The same seed and size give the same bytes on every machine, and customer n is the same person
 * whatever the size. Memory does not grow with the size.
 */
export async function generateRetail(options: RetailOptions): Promise<RetailFiles> {
  const { dir, seed = RETAIL_SEED, customers = RETAIL_CUSTOMERS } = options;
  if (!Number.isInteger(customers) || customers < 1 || customers > MOST_CUSTOMERS)
    throw new RangeError(`customers: 1 to ${MOST_CUSTOMERS}, not ${customers}`);
  await mkdir(dir, { recursive: true });
  const paths = { customers: join(dir, 'customers.csv'), orders: join(dir, 'orders.csv') };
  const customerFile = await CsvFile.create(paths.customers, headerOf(retailCustomers));
  const orderFile = await CsvFile.create(paths.orders, headerOf(retailOrders));
  const writer = new RetailWriter(seed, customers, customerFile, orderFile);
  for (let index = 0; index < customers; index += 1) {
    writer.write(index);
    await customerFile.flush();
    await orderFile.flush();
  }
  const digests = { customers: await customerFile.close(), orders: await orderFile.close() };
  return {
    customers: {
      path: paths.customers,
      rows: customers,
      rejected: writer.rejected.customers,
      withoutCustomer: 0,
      digest: digests.customers,
    },
    orders: {
      path: paths.orders,
      rows: writer.orders,
      rejected: writer.rejected.orders,
      withoutCustomer: writer.guests,
      digest: digests.orders,
    },
  };
}

/** Draws and writes one customer after the other. */
class RetailWriter {
  readonly #seed: number;
  readonly #customers: number;
  readonly #customerFile: CsvFile;
  readonly #orderFile: CsvFile;
  readonly #season = new Season();
  readonly #shop = new Shop();
  readonly #names = new Names();
  readonly #provinces = readProvinces();
  #lastDaySold = false;
  orders = 0;
  guests = 0;
  readonly rejected = { customers: 0, orders: 0 };

  constructor(seed: number, customers: number, customerFile: CsvFile, orderFile: CsvFile) {
    this.#seed = seed;
    this.#customers = customers;
    this.#customerFile = customerFile;
    this.#orderFile = orderFile;
  }

  /** Writes the customer, the orders, and what follows in the file before the next customer. */
  write(index: number): void {
    const life = this.#live(index);
    const person = new Random(this.#seed, index, PURPOSE.person);
    this.#customerFile.row(customerCells(life, this.#season, this.#names, person));
    for (const order of life.orders) this.#order(order, life.id);
    const guest = new Random(this.#seed, index, PURPOSE.guest);
    if (guest.chance(GUESTS)) this.#guest(guest);
    for (const bad of badAfter(badCustomers, index, this.#customers)) {
      this.#customerFile.row(bad.cells);
      this.rejected.customers += 1;
    }
    for (const bad of badAfter(badOrders, index, this.#customers)) {
      this.#orderFile.row(bad.cells);
      this.rejected.orders += 1;
    }
  }

  #live(index: number): Life {
    const random = new Random(this.#seed, index, PURPOSE.life);
    const taste = drawTaste(this.#shop, random);
    const place = drawPlace(this.#provinces, random);
    const drawn = drawPurchases(this.#season, random);
    const purchases = this.#closesTheBooks(index) ? { ...drawn, days: [...drawn.days, this.#season.days.length - 1], active: true } : drawn;
    const orders = purchases.days.map((day) => {
      const shopDay = this.#season.days[day];
      if (shopDay === undefined) throw new RangeError(`no day ${day}`);
      return drawOrder(this.#shop, taste, shopDay, random);
    });
    if (purchases.days.at(-1) === this.#season.days.length - 1) this.#lastDaySold = true;
    return { id: `C${String(index + 1).padStart(7, '0')}`, place, taste, purchases, orders };
  }

  /** In a small file nobody may have bought on the last day; then the last customer does, so that the as-of day is the same. */
  #closesTheBooks(index: number): boolean {
    return index === this.#customers - 1 && !this.#lastDaySold;
  }

  #guest(random: Random): void {
    const day = this.#season.days[this.#season.indexAt(random.next() * this.#season.total)];
    if (day === undefined) return;
    const taste = { ...drawTaste(this.#shop, random), channel: 'store' as const };
    this.#order({ ...drawOrder(this.#shop, taste, day, random), channel: 'store', store: taste.store }, undefined);
    this.guests += 1;
  }

  #order(order: Order, customer: string | undefined): void {
    this.orders += 1;
    this.#orderFile.row(orderCells(order, `R${String(this.orders).padStart(8, '0')}`, customer));
  }
}
