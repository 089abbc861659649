// Reads one JSON value, a record, as rows of plain values, or says why it cannot.
import type { Encoding } from '../source/encoding.ts';
import type { FileFacts } from '../source/file-facts.ts';

export interface JsonRequest {
  readonly path: string;
  /** One object per line, or one array of objects. */
  readonly format: 'ndjson' | 'json';
  readonly facts: FileFacts;
  readonly encoding: Encoding;
  /** Fields that are left out whatever they hold. */
  readonly ignore: readonly string[];
  /** Lines are the elements of this field's lists; each also gets the record's customer. */
  readonly nested?: { readonly field: string; readonly customer?: string };
}

type JsonReason = 'json.invalid' | 'json.notObject' | 'json.nested' | 'text.invalid' | 'value.number';
export type Scalar = string | number | boolean;
export type Row = ReadonlyMap<string, Scalar>;

/** A line of the file as rows, or why it has none. */
export type Reading = { readonly rows: readonly Row[] } | { readonly reason: JsonReason; readonly column: string | null };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function flat(
  object: { readonly [name: string]: unknown },
  ignore: ReadonlySet<string>,
  first: readonly (readonly [string, Scalar])[],
): Reading {
  const row = new Map<string, Scalar>(first);
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (ignore.has(name) || value === null) continue;
    if (typeof value === 'object') return { reason: 'json.nested', column: name };
    if (typeof value === 'string' && !value.isWellFormed()) return { reason: 'text.invalid', column: name };
    if (typeof value === 'number' && !Number.isFinite(value)) return { reason: 'value.number', column: name };
    row.set(name, value as Scalar);
  }
  return { rows: [row] };
}

const MAX_DEPTH = 64;

/** Whether brackets nest deeper than any record needs; checked before parsing, quotes respected. */
function tooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inText) {
      if (byte === 92) i++;
      else if (byte === 34) inText = false;
    } else if (byte === 34) inText = true;
    else if (byte === 123 || byte === 91) {
      if (++depth > MAX_DEPTH) return true;
    } else if (byte === 125 || byte === 93) depth--;
  }
  return false;
}

export function readValue(bytes: Uint8Array, request: JsonRequest, ignore: ReadonlySet<string>): Reading {
  let value: unknown;
  try {
    if (tooDeep(bytes)) return { reason: 'json.nested', column: null };
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return { reason: 'json.invalid', column: null };
  }
  if (!isObject(value)) return { reason: 'json.notObject', column: null };
  return request.nested === undefined ? flat(value, ignore, []) : nestedRows(value, request.nested, ignore);
}

function nestedRows(
  record: { readonly [name: string]: unknown },
  nested: NonNullable<JsonRequest['nested']>,
  ignore: ReadonlySet<string>,
): Reading {
  const list = Object.hasOwn(record, nested.field) ? record[nested.field] : undefined;
  if (list === undefined || list === null) return { rows: [] };
  if (!Array.isArray(list)) return { reason: 'json.nested', column: nested.field };
  const owner = nested.customer === undefined || !Object.hasOwn(record, nested.customer) ? undefined : record[nested.customer];
  const first = typeof owner === 'string' || typeof owner === 'number' ? ([[nested.customer ?? '', owner]] as const) : [];
  const rows: Row[] = [];
  for (const element of list) {
    if (!isObject(element)) return { reason: 'json.nested', column: nested.field };
    const reading = flat(element, ignore, first);
    if (!('rows' in reading)) return reading;
    rows.push(...reading.rows);
  }
  return { rows };
}
