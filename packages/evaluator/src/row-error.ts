// What goes wrong in one row is a value of that row: the column is missing there and the row carries a code.

/** Raised inside an evaluation and caught at the column; never leaves the evaluator. */
export class RowError {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

const notFinite = Object.freeze(new RowError('number.not-finite'));

/** Raises a row error. Typed as a value so that it can stand in an expression. */
export function raise(code: string): never {
  throw code === 'number.not-finite' ? notFinite : new RowError(code);
}

/** The code of a caught row error; anything else is a bug and goes on. */
export function codeOf(error: unknown): string {
  if (error instanceof RowError) return error.code;
  throw error;
}
