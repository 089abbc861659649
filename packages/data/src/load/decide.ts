// Gives a column that was read as text its type, now that all of its values are known.
import { type AnyBuilder, builderFor, type StringBuilder } from '../columns/builder.ts';
import type { BuilderContext } from '../columns/cell.ts';
import { settle } from '../values/infer.ts';
import type { DecimalMark } from '../values/number.ts';

/** Codes that occur in the first `rows` rows; 1 where used. */
export function usedCodes(builder: StringBuilder, rows: number): Uint8Array {
  const used = new Uint8Array(builder.dictionary.size);
  const { codes } = builder;
  for (let row = 0; row < rows; row++) used[codes[row] as number] = 1;
  return used;
}

/** A column of texts, its name and number of rows, and the decimal mark where both would do. */
export interface Undecided {
  readonly text: StringBuilder;
  readonly name: string;
  readonly rows: number;
  readonly preferred: DecimalMark;
  readonly context: BuilderContext;
}

/** The same column under the rule that all of its values obey; the column itself where it is text. */
export function decided({ text, name, rows, preferred, context }: Undecided): AnyBuilder {
  const used = usedCodes(text, rows);
  const rule = settle(distinctTexts(text, used), name, preferred);
  if (rule.type === 'string') return text;
  const entries = builderFor(rule, context);
  const size = text.dictionary.size;
  entries.grow(Math.max(1, size));
  entries.missing(0);
  for (let code = 1; code < size; code++) {
    const bytes = text.dictionary.bytesOf(code);
    if (used[code] === 0 || bytes.length === 0 || !entries.put(code, bytes, 0, bytes.length)) entries.missing(code);
  }
  const builder = builderFor(rule, context);
  builder.grow(Math.max(1, rows));
  if (!('values' in entries) || !('values' in builder)) return text;
  const from = entries.values;
  const to = builder.values;
  for (let row = 0; row < rows; row++) to[row] = from[text.codes[row] as number] as number;
  return builder;
}

/** Distinct texts that are not blank. */
function distinctTexts(text: StringBuilder, used: Uint8Array): readonly string[] {
  const values: string[] = [];
  for (let code = 1; code < used.length; code++) {
    if (used[code] === 0) continue;
    const value = text.dictionary.text(code);
    if (value.trim() !== '') values.push(value);
  }
  return values;
}
