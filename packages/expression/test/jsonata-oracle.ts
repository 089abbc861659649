// Runs jsonata itself over formulas and records: read as JSON from standard input, answered on standard output.
// A process of its own, because its evaluator can hang or die; its parent sets time and memory limits.
import { stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import jsonata from 'jsonata';

interface Question {
  readonly sources: readonly string[];
  readonly records: readonly unknown[];
  /** `$uppercase` and `$lowercase` change the letters a–z only, as they do here. */
  readonly ascii: boolean;
}

/** `[value]` (null where jsonata answers nothing) or the code of an error. */
async function answer(expression: jsonata.Expression, record: unknown): Promise<readonly [unknown] | string> {
  try {
    const value: unknown = await expression.evaluate(record);
    if (typeof value === 'number' && !Number.isFinite(value)) return 'not finite';
    return [value ?? null];
  } catch (error) {
    return String((error as { readonly code?: string }).code);
  }
}

const { sources, records, ascii } = JSON.parse(await text(process.stdin)) as Question;
const before = JSON.stringify(records);
const answers = [];
for (const source of sources) {
  const expression = jsonata(source, { timeout: 1_000, stack: 200 });
  if (ascii) {
    expression.registerFunction('uppercase', (value: string) => value?.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()), '<s-:s>');
    expression.registerFunction('lowercase', (value: string) => value?.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()), '<s-:s>');
  }
  const found = [];
  for (const record of records) found.push(await answer(expression, record));
  answers.push(found);
}
// The records are shared between the formulas, which is sound as long as none of them changes one.
if (JSON.stringify(records) !== before) throw new Error('a formula has changed a record');
stdout.write(JSON.stringify(answers));
