// The doors of the sql package.
export { type ApplyOptions, type ApplySql, applySql, refusalsOf } from './duckdb/apply-sql.ts';
export type { Refused, SqlProgram } from './duckdb/compile-program.ts';
export { type CountOptions, type CountSql, countSql } from './duckdb/count-sql.ts';
export { type DecisionSqlOptions, decisionSql } from './duckdb/decision-sql.ts';
export { tableRelation } from './duckdb/table-relation.ts';
export { quoteName, quoteNumber, quoteText } from './quote.ts';
export { SqlRefusal, type SqlRefusalCode } from './refusal.ts';
