// What stops a command: its input is wrong (exit 1) or its command line is (exit 2). Words are made where it is printed.
import type { Diagnostic, Json } from '@tierflow/definition';

/** One thing that is wrong, and where: a file, a place in it, a node. */
export interface Problem {
  /** Readable and stable for ever; key of the message. */
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
  /** `orders.csv:3`, `/columns/2/expr`, `score › parts.1`. */
  readonly where?: string;
  /** Id of the season in whose days alone it holds. */
  readonly season?: string;
}

/** The input is wrong. */
export class InputFault extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(', '));
    this.name = 'InputFault';
    this.problems = problems;
  }
}

/** The command line is wrong. */
export class UsageFault extends Error {
  readonly problem: Problem;
  constructor(code: string, params: Problem['params'] = {}) {
    super(code);
    this.name = 'UsageFault';
    this.problem = { code, params };
  }
}

/** An input fault of a single problem. */
export function inputFault(code: string, params: Problem['params'], where?: string): InputFault {
  return new InputFault([{ code, params, ...(where === undefined ? {} : { where }) }]);
}

/** A diagnostic as a problem, with its place in the flow. */
export function problemOf({ code, params, at }: Diagnostic): Problem {
  const where = [at.node, at.port, at.path].filter((part) => part !== undefined).join(' › ');
  return { code, params, ...(where === '' ? {} : { where }), ...(at.season === undefined ? {} : { season: at.season }) };
}
