import { type Definition, type Expr, rewrite } from '@tierflow/definition';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { randomProgram } from '../generate/random-program.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';
import { disagreements, type EvaluatorName } from './agree.ts';

const swap =
  (from: string, to: string) =>
  (expr: Expr): Expr =>
    (expr.op === 'call' || expr.op === 'aggregate') && expr.fn === from ? ({ ...expr, fn: to } as Expr) : expr;

/** Mistakes an evaluator could make, told as the function it would wrongly compute. */
const faults: { readonly [name: string]: (expr: Expr) => Expr } = {
  'an equal value falls into the higher bin': swap('bin', 'binLeft'),
  'at most instead of less than': swap('lt', 'le'),
  'missing equals nothing instead of unknown': swap('eq3', 'eq'),
  'unknown or false is false': swap('or3', 'or'),
  'the first line instead of the last': swap('last', 'first'),
  'lines counted instead of distinct values': swap('distinct', 'count'),
  'the place of a list is counted from 0': (expr) =>
    expr.op === 'call' && (expr.fn === 'textAt' || expr.fn === 'numberAt')
      ? {
          ...expr,
          args: expr.args.map((arg, at) => (at === 1 ? { op: 'call', fn: 'add', args: [arg, { op: 'literal', value: 1 }] } : arg)),
        }
      : expr,
  'how near the centroid is instead of which it is': swap('nearest', 'nearestMargin'),
  'the as-of day is off by one': (expr) =>
    expr.op === 'asOf' ? { op: 'call', fn: 'addDays', args: [expr, { op: 'literal', value: 1 }] } : expr,
};

function withFault(definition: Definition, fault: (expr: Expr) => Expr): Definition {
  return {
    ...definition,
    requires: [...definition.requires, 'addDays', 'binLeft', 'le', 'eq', 'or', 'first', 'count', 'nearestMargin', 'add'],
    columns: definition.columns.map((column) => ({ ...column, expr: rewrite(column.expr, fault) })),
  };
}

const evaluators: readonly EvaluatorName[] = ['closures', 'generated', 'sweep'];

test.for(Object.keys(faults).flatMap((fault) => evaluators.map((evaluator) => [fault, evaluator] as const)))(
  '"%s" in %s is caught',
  async ([fault, evaluator]) => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const program = randomProgram(random, 12);
      const records = Array.from({ length: 40 }, (_, id) => randomRecord(id, random));
      const found = await disagreements(program, records, randomAsOf, {
        [evaluator]: withFault(program, faults[fault] as (expr: Expr) => Expr),
      });
      if (found.length > 0) return;
    }
    expect.fail('no random program shows the fault');
  },
);
