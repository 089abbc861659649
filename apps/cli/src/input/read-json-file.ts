// Small input files: a flow, a definition.
import { readFile } from 'node:fs/promises';
import { readJsonText } from '@tierflow/definition';
import { inputFault } from '../fault.ts';

const MAX_BYTES = 16 * 2 ** 20;

/** The bytes of a small input file. */
export async function readSmallFile(path: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw inputFault('file.unreadable', { reason }, path);
  }
  if (bytes.length > MAX_BYTES) throw inputFault('file.too-large', { limit: MAX_BYTES }, path);
  return bytes;
}

/** Reads a JSON file; a fault says line and column. */
export async function readJsonFile(path: string): Promise<{ readonly bytes: Uint8Array; readonly value: unknown }> {
  const bytes = await readSmallFile(path);
  const reading = readJsonText(bytes);
  if (reading.ok) return { bytes, value: reading.value };
  const { code, line, column } = reading.fault;
  throw inputFault(code, {}, `${path}:${line}:${column}`);
}
