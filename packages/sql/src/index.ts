// The doors of the sql package.
export { type ApplyOptions, type ApplySql, applySql, refusalsOf } from './duckdb/apply-sql.ts';
export type { Refused, SqlProgram } from './duckdb/compile-program.ts';
export { quoteName, quoteNumber, quoteText } from './quote.ts';
export { SqlRefusal, type SqlRefusalCode } from './refusal.ts';
