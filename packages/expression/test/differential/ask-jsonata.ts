// jsonata's answers, from a process of its own.
import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import jsonata from 'jsonata';
import type { Query, TheirAnswer } from './jsonata-oracle.ts';

export interface Jsonata {
  /** For each question, the answers of its rows. */
  readonly ask: (query: Query) => Promise<readonly (readonly TheirAnswer[])[]>;
  readonly end: () => void;
}

/** jsonata over some records, until `end`; at most for `timeout` milliseconds. */
export function startJsonata(records: readonly unknown[], timeout: number): Jsonata {
  const oracle = fileURLToPath(new URL('./jsonata-oracle.ts', import.meta.url));
  const child = spawn(execPath, ['--max-old-space-size=512', oracle], { timeout, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify(records)}\n`);
  const ask: Jsonata['ask'] = async (query) => {
    child.stdin.write(`${JSON.stringify(query)}\n`);
    const line = await lines.next();
    if (line.done === true) throw new Error(`jsonata ended with ${child.exitCode ?? child.signalCode}`);
    return JSON.parse(line.value) as readonly (readonly TheirAnswer[])[];
  };
  return { ask, end: () => child.stdin.end() };
}

/**
 * jsonata copies what stands before `?:` through JSON: a regular expression in it becomes one that matches without end, a
 * signature one that cannot be called.
 */
export function killsJsonata(source: string): boolean {
  return brokenIn(jsonata(source).ast());
}

function brokenIn(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { type, value, signature } = part as { readonly type?: unknown; readonly value?: unknown; readonly signature?: object };
  if (type === 'regex' && !(value instanceof RegExp)) return true;
  if (type === 'lambda' && signature !== undefined && !('validate' in signature)) return true;
  return Object.values(part).some(brokenIn);
}
