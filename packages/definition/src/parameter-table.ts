// What a program reads of a parameter's value: a number, a list, or of a table the list of one member of its rows.
import type { Expr, Json, ParameterValue } from './types.ts';

export type ParameterExpr = Extract<Expr, { op: 'parameter' }>;

/** What a parameter stands for as an argument. */
export type ParameterContent = number | readonly number[] | readonly string[];

/** One rule of a table of rules: what has to be there, and what must not. */
export interface TableRule {
  readonly if: readonly string[];
  readonly then: string;
}

/** The rows of a table; undefined for a value that is none. */
export function tableRows(value: ParameterValue | undefined): readonly { readonly [member: string]: Json }[] | undefined {
  const rows = value !== null && typeof value === 'object' && 'rows' in value ? value.rows : undefined;
  const isTable = Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row));
  return isTable ? rows : undefined;
}

/** What a part of a program reads of the value of its parameter; undefined where the value is not of that kind. */
export function readParameter({ member }: ParameterExpr, value: ParameterValue | undefined): ParameterContent | undefined {
  const content = member === undefined ? value : tableRows(value)?.map((row) => row[member]);
  if (typeof content === 'number') return content;
  if (!Array.isArray(content)) return undefined;
  const isList = content.every((item) => typeof item === 'number') || content.every((item) => typeof item === 'string');
  return isList ? content : undefined;
}

/** A table as rules, in order; undefined where a row is no rule. */
export function tableRules(value: ParameterValue | undefined): readonly TableRule[] | undefined {
  const rows = tableRows(value);
  return rows?.every(isRule) === true ? (rows as unknown as readonly TableRule[]) : undefined;
}

function isRule(row: { readonly [member: string]: Json }): boolean {
  const { if: needed, then } = row;
  return typeof then === 'string' && Array.isArray(needed) && needed.every((item) => typeof item === 'string');
}
