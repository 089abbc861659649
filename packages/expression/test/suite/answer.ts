// The answer of a formula over one record by every evaluator of the language, which must be one and the same.
import type { Json } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import { columnValue } from '../column-value.ts';
import { programOf } from '../scope.ts';
import type { CompiledCase } from './compile-case.ts';

/** The value, or the code of the row's error; `disagree` says what each evaluator found. */
export type Answer = { readonly value: Json } | { readonly error: string } | { readonly disagree: string };

/** A formula with its answer over a record. */
export interface Answered {
  readonly id: string;
  readonly found: CompiledCase;
  readonly record: { readonly [name: string]: Json };
  readonly answer: Answer;
}

export async function answerOf({ compiled, schema }: CompiledCase, record: { readonly [name: string]: Json }): Promise<Answer> {
  const program = programOf(compiled, schema);
  const row = { id: 'c1', ...record };
  const found = (['closures', 'generated'] as const).map((mode) => {
    const { values, notes } = decider(program, { mode }).values(row);
    return { value: values.get('answer') ?? null, error: notes.find(({ at }) => at === 'answer')?.code };
  });
  const swept = await sweep(program, tableOf(program.input, [row], program.timeZone), { asOf: '2024-06-30', columns: ['answer'] });
  const [first, second] = found;
  const third = columnValue(swept.columns['answer'], 0);
  if (first === undefined || second === undefined) return { disagree: 'no answer' };
  const one = Object.is(first.value, second.value) || first.value === second.value;
  if (!one || first.error !== second.error || third !== first.value) return { disagree: JSON.stringify([first, second, third]) };
  return first.error === undefined ? { value: first.value } : { error: first.error };
}
