// NDJSON in, NDJSON out: every line gets an answer in its place, a bad one an error object.
import { type Decision, readJsonText } from '@tierflow/definition';
import type { DecideOptions, Decider } from '@tierflow/evaluator';
import type { Language } from '../words/language.ts';
import { say } from '../words/own.ts';

/** Longest line, in bytes. */
const MAX_LINE = 16 * 2 ** 20;

interface LineError {
  readonly error: { readonly code: string; readonly message: string; readonly line: number; readonly column?: number };
}

export interface LineDecider {
  /** Answers one line, given as bytes without the line break; undefined for a line that is too long. */
  readonly answer: (bytes: Uint8Array | undefined) => string;
  readonly lines: () => number;
  readonly bad: () => number;
}

export function lineDecider({ decide }: Decider, options: DecideOptions, language: Language): LineDecider {
  let lines = 0;
  let bad = 0;
  const fault = (code: string, column?: number): LineError => {
    bad++;
    return { error: { code, message: say(language, code, { limit: MAX_LINE }), line: lines, ...(column === undefined ? {} : { column }) } };
  };
  const decided = (bytes: Uint8Array | undefined): Decision | LineError => {
    if (bytes === undefined) return fault('line.too-long');
    if (isBlank(bytes)) return fault('line.empty');
    const reading = readJsonText(bytes, 100);
    if (!reading.ok) return fault(reading.fault.code, reading.fault.column);
    const { value } = reading;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('record.not-an-object');
    return decide(value, options);
  };
  return {
    answer: (bytes) => {
      lines++;
      return `${JSON.stringify(decided(bytes))}\n`;
    },
    lines: () => lines,
    bad: () => bad,
  };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

/**
 * Lines of a stream as bytes, those of one piece of the stream together; undefined in place of a line beyond the limit. What
 * follows the last line break is a line if it is not empty.
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (Uint8Array | undefined)[]> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= MAX_LINE) parts.push(part);
    else parts = [];
  };
  const line = (): Uint8Array | undefined => {
    const whole = length > MAX_LINE ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [];
    length = 0;
    return whole;
  };
  for await (const chunk of source) {
    const lines: (Uint8Array | undefined)[] = [];
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, to));
      lines.push(line());
      from = to + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
    yield lines;
  }
  if (length > 0) yield [line()];
}
