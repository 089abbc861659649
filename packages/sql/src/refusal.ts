// SQL may refuse, never answer differently.

/**
 * Why: a function that has no such SQL; a function whose argument must be constant, or a number known to be whole; names
 * that differ by case only; a text with half a character; a number that is not finite; a time zone; a parameter without a
 * value; a dialect; a column that a refused one is made of.
 */
export type SqlRefusalCode =
  | 'sql.function'
  | 'sql.argument'
  | 'sql.name'
  | 'sql.text'
  | 'sql.number'
  | 'sql.time-zone'
  | 'sql.not-fitted'
  | 'sql.dialect';

/** Something the dialect cannot say with the same answer. `name`: of the function, field, parameter, zone or dialect. */
export class SqlRefusal extends Error {
  readonly code: SqlRefusalCode;
  /** What it is about: a function, field, parameter, zone or dialect. */
  readonly about: string;
  constructor(code: SqlRefusalCode, about: string) {
    super(`${code}: ${about}`);
    this.code = code;
    this.about = about;
  }
}
