// Request body → value, or where it stops being JSON (line and column, counted from 1).
import { isUtf8 } from 'node:buffer';
import { readJsonText } from '@tierflow/definition';
import type { FaultAt } from './refusal.ts';

/** Deeper nesting is refused before it is parsed. */
const MAX_DEPTH = 64;
const BYTE_ORDER_MARK = 0xfeff;

export type JsonOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: FaultAt };

/** Reads UTF-8 bytes as JSON. A leading byte order mark is allowed. */
export function readJson(bytes: Uint8Array): JsonOutcome {
  if (!isUtf8(bytes)) return { ok: false, fault: { code: 'json.encoding', line: 1, column: 1 } };
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const text = whole.charCodeAt(0) === BYTE_ORDER_MARK ? whole.slice(1) : whole;
  const read = readJsonText(text, MAX_DEPTH);
  if (!read.ok)
    return { ok: false, fault: read.fault.code === 'json.depth' ? { ...read.fault, params: { limit: MAX_DEPTH } } : read.fault };
  const name = /__proto__|\\u005[fF]/.test(text) ? forbiddenName(read.value, '') : undefined;
  return name === undefined ? read : { ok: false, fault: { code: 'json.name', pointer: name, params: { name: '__proto__' } } };
}

/** Pointer to an own member named `__proto__`. */
function forbiddenName(value: unknown, pointer: string): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__') return `${pointer}/__proto__`;
    const found = forbiddenName(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
