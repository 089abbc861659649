// JSONata's own test suite as a yardstick: every case is classified as supported (and then evaluated) or refused.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, Field, Json, ValueType } from '@tierflow/definition';
import { compileFormula } from '../src/index.ts';
import { evaluate, scopeFor } from './scope.ts';

interface SuiteCase {
  readonly expr?: string;
  readonly 'expr-file'?: string;
  readonly data?: Json;
  readonly dataset?: string | null;
  readonly bindings?: { readonly [name: string]: Json };
  readonly result?: Json;
  readonly undefinedResult?: boolean;
  readonly code?: string;
  readonly error?: { readonly code: string };
}

export interface Classified {
  /** `group/case`, with a position where a file holds several. */
  readonly id: string;
  readonly text: string;
  /** `passed`, `failed`, or the code of the refusal. */
  readonly outcome: string;
  readonly detail?: string;
}

/** Our code of an error of a row for JSONata's. */
const ROW_ERRORS: Readonly<Record<string, string>> = {
  D1001: 'number.not-finite',
  D3030: 'number.unreadable',
  D3060: 'number.out-of-range',
  D3061: 'number.out-of-range',
};

/** All cases of the suite at `folder`. */
export function classifySuite(folder: string): readonly Classified[] {
  const groups = join(folder, 'groups');
  return readdirSync(groups)
    .sort()
    .flatMap((group) =>
      readdirSync(join(groups, group))
        .sort()
        .flatMap((file) => (file.endsWith('.json') ? casesOf(folder, group, file) : [])),
    );
}

function casesOf(folder: string, group: string, file: string): readonly Classified[] {
  const content = JSON.parse(readFileSync(join(folder, 'groups', group, file), 'utf8')) as SuiteCase | readonly SuiteCase[];
  const cases = Array.isArray(content) ? (content as readonly SuiteCase[]) : [content as SuiteCase];
  const name = `${group}/${file.replace('.json', '')}`;
  return cases.map((one, at) => {
    const text = one.expr ?? readFileSync(join(folder, 'groups', group, one['expr-file'] ?? ''), 'utf8');
    return { id: cases.length > 1 ? `${name}#${at}` : name, text, ...classify(one, text, folder) };
  });
}

function classify(one: SuiteCase, text: string, folder: string): Pick<Classified, 'outcome' | 'detail'> {
  if (Object.keys(one.bindings ?? {}).length > 0) return { outcome: 'bindings' };
  const data =
    typeof one.dataset === 'string'
      ? (JSON.parse(readFileSync(join(folder, 'datasets', `${one.dataset}.json`), 'utf8')) as Json)
      : (one.data ?? null);
  const { fields, collections, record } = inferInput(data);
  const compiled = compileFormula(text, scopeFor(fields, collections));
  if (compiled.expr === undefined) return { outcome: compiled.diagnostics[0]?.code ?? 'none' };
  const { value, errors } = evaluate(compiled, record, { fields, collections });
  const expectedCode = one.code ?? one.error?.code;
  if (expectedCode !== undefined) return verdict(errors[0] ?? value, ROW_ERRORS[expectedCode] ?? expectedCode);
  return verdict(errors[0] ?? value, one.undefinedResult === true ? null : (one.result ?? null));
}

function verdict(got: Json, expected: Json): Pick<Classified, 'outcome' | 'detail'> {
  const same =
    got === expected || (typeof got === 'number' && typeof expected === 'number' && Math.abs(got - expected) <= 1e-14 * Math.abs(expected));
  return same ? { outcome: 'passed' } : { outcome: 'failed', detail: `expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}` };
}

interface Inferred {
  readonly fields: readonly Field[];
  readonly collections: readonly Collection[];
  readonly record: { readonly [name: string]: Json };
}

/** A closed record from an example: scalars are fields, objects are flattened with dots, arrays of objects are collections. */
function inferInput(data: Json): Inferred {
  const fields: Field[] = [];
  const collections: Collection[] = [];
  const record: { [name: string]: Json } = {};
  const visit = (value: Json, prefix: string): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, part] of Object.entries(value as { readonly [name: string]: Json })) {
      const name = prefix + key;
      const type = typeOfJson(part);
      if (type !== undefined) {
        fields.push({ name, type });
        record[name] = part;
      } else if (Array.isArray(part)) addCollection(name, part as readonly Json[]);
      else visit(part, `${name}.`);
    }
  };
  const addCollection = (name: string, lines: readonly Json[]): void => {
    const types = new Map<string, ValueType | undefined>();
    for (const line of lines) {
      if (typeof line !== 'object' || line === null || Array.isArray(line)) return;
      for (const [key, part] of Object.entries(line as { readonly [name: string]: Json })) {
        const type = typeOfJson(part);
        types.set(key, !types.has(key) || types.get(key) === type ? type : undefined);
      }
    }
    if (lines.length === 0 || name.includes('.')) return;
    collections.push({ name, fields: [...types].flatMap(([key, type]) => (type === undefined ? [] : [{ name: key, type }])) });
    record[name] = lines as Json;
  };
  visit(data, '');
  return { fields, collections, record };
}

function typeOfJson(value: Json): ValueType | undefined {
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : undefined;
}
