// Runs jsonata itself over formulas and records: read as JSON from standard input, answered on standard output.
// A process of its own, because its evaluator can hang or die; its parent sets time and memory limits.
import { stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import jsonata from 'jsonata';

interface Question {
  readonly source: string;
  readonly records: readonly unknown[];
}

/** `{ value }` (null where jsonata answers nothing) or `{ error }`. */
async function answer(expression: jsonata.Expression, record: unknown): Promise<{ value: unknown } | { error: string }> {
  try {
    const value: unknown = await expression.evaluate(structuredClone(record));
    if (typeof value === 'number' && !Number.isFinite(value)) return { error: 'not finite' };
    return { value: value ?? null };
  } catch (error) {
    return { error: String((error as { readonly code?: string }).code) };
  }
}

const questions = JSON.parse(await text(process.stdin)) as readonly Question[];
const answers = [];
for (const { source, records } of questions) {
  const expression = jsonata(source, { timeout: 1_000, stack: 200 });
  const found = [];
  for (const record of records) found.push(await answer(expression, record));
  answers.push(found);
}
stdout.write(JSON.stringify(answers));
