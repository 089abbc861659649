// The doors of the examples: generators of the example data and what stands in the files.
export { B2B_ACCOUNTS, B2B_SEED, type B2bFiles, type B2bOptions, generateB2b } from './b2b/generate.ts';
export { b2bAccounts, b2bDeals } from './b2b/schema.ts';
export { generateRetail, RETAIL_CUSTOMERS, RETAIL_SEED, type RetailFiles, type RetailOptions } from './retail/generate.ts';
export { retailCustomers, retailOrders } from './retail/schema.ts';
export { type ColumnInfo, type FileInfo, mappingsOf, type WrittenFile } from './schema.ts';
