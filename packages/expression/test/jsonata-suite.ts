// JSONata's own test suite as a yardstick: every case is classified as supported (and then evaluated) or refused.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, Field, Json, ValueType } from '@tierflow/definition';
import { type CompiledFormula, compileFormula } from '../src/index.ts';
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
  /** `passed`, `failed`, `bindings` (needs values from outside), `agreed: <code>` where the suite expects an error and we refuse, or the code of the refusal. */
  readonly outcome: string;
  readonly detail?: string;
}

/** Our code of an error of a row for JSONata's. */
const ROW_ERRORS: Readonly<Record<string, string>> = {
  D1001: 'number.not-finite',
  D3001: 'number.not-finite',
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
  const { compiled, declared } = compileWithMissing(text, data, { fields, collections });
  const expectedCode = one.code ?? one.error?.code;
  const refusal = compiled.diagnostics[0]?.code;
  if (refusal !== undefined) return { outcome: expectedCode === undefined ? refusal : `agreed: ${refusal}` };
  const { value, errors } = evaluate(compiled, record, { fields: [...fields, ...declared], collections });
  if (expectedCode !== undefined) return verdict(errors[0] ?? value, ROW_ERRORS[expectedCode] ?? expectedCode);
  return verdict(errors[0] ?? value, one.undefinedResult === true ? null : (one.result ?? null));
}

/** Compiles; names that the data does not have are declared as fields nobody has, of the first type that fits. */
function compileWithMissing(
  text: string,
  data: Json,
  { fields, collections }: Pick<Inferred, 'fields' | 'collections'>,
): { readonly compiled: CompiledFormula; readonly declared: readonly Field[] } {
  const plain = compileFormula(text, scopeFor(fields, collections));
  for (const type of ['number', 'string', 'boolean'] as const) {
    const declared = new Map<string, Field>();
    let compiled = plain;
    for (let round = 0; round < 5; round += 1) {
      const names = compiled.diagnostics
        .filter(({ code }) => code.startsWith('formula.unknown-name'))
        .map(({ at, params }) => pathAround(text, at.span?.from ?? 0, at.span?.to ?? 0, String(params['name'])))
        .filter((name) => isAbsent(data, name.split('.')));
      if (names.length === 0) break;
      for (const name of names) declared.set(name, { name, type });
      compiled = compileFormula(text, scopeFor([...fields, ...declared.values()], collections));
    }
    if (declared.size > 0 && compiled.expr !== undefined) return { compiled, declared: [...declared.values()] };
  }
  return { compiled: plain, declared: [] };
}

/** True if a path leads to nothing without ever meeting a list. */
function isAbsent(data: Json, path: readonly string[]): boolean {
  let value: Json | undefined = data;
  for (const name of path) {
    if (Array.isArray(value)) return false;
    if (typeof value !== 'object' || value === null) return true;
    value = (value as { readonly [name: string]: Json })[name];
  }
  return value === undefined;
}

/** The whole dotted path in which a name stands, so that `foo.bar` is declared where `foo` is unknown. */
function pathAround(text: string, from: number, to: number, name: string): string {
  const before = /(?:[\w]+\.)*$/.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^(?:\.\w+)*/.exec(text.slice(to))?.[0] ?? '';
  return before + name + after;
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
      if (key.includes('.') && Object.hasOwn(value, key.split('.')[0] ?? '')) continue;
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
