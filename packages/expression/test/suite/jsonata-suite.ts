// JSONata's own test suite as a yardstick: every case is answered, agrees on an error, differs by name, or is refused
// for a reason out of a closed list.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Json } from '@tierflow/definition';
import { type CompiledFormula, compileFormula } from '../../src/index.ts';
import { evaluate, scopeFor } from '../scope.ts';
import { type Inferred, inferInput, isKeyIn } from './infer-input.ts';
import { type SuiteClass, suiteClassOf } from './suite-class.ts';
import { reasonOf, sameErrors } from './suite-reasons.ts';

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
  readonly class: SuiteClass;
  /**
   * `answered`; `error: <our code>` where JSONata has an error that says the same; `refused: <code>`;
   * `differs: <name>`; `failed` for anything else.
   */
  readonly outcome: string;
  readonly detail?: string;
}

/** Cases that are answered differently on purpose. */
export const differences: Readonly<Record<string, string>> = {
  'function-number/case027': 'a number does not begin with 0 and another digit',
  'function-number/case028': 'a number does not begin with 0 and another digit',
  'function-number/case029': 'a number does not begin with 0 and another digit',
  'function-number/case030': 'a number does not begin with 0 and another digit',
  'tail-recursion/case002': 'functions may stand 200 levels deep in themselves',
  'function-string/case030': 'whole numbers too are written with at most 15 significant digits',
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
    const id = cases.length > 1 ? `${name}#${at}` : name;
    const data =
      typeof one.dataset === 'string'
        ? (JSON.parse(readFileSync(join(folder, 'datasets', `${one.dataset}.json`), 'utf8')) as Json)
        : (one.data ?? null);
    return { id, text, class: suiteClassOf(text, data), ...classify(one, id, text, data) };
  });
}

function classify(one: SuiteCase, id: string, text: string, data: Json): Pick<Classified, 'outcome' | 'detail'> {
  if (Object.keys(one.bindings ?? {}).length > 0) return { outcome: 'refused: bindings' };
  const { fields, collections, record } = inferInput(data);
  const { compiled, declared } = compileWithMissing(text, data, { fields, collections });
  const expected = one.code ?? one.error?.code;
  const [refusal] = compiled.diagnostics;
  if (refusal !== undefined) {
    if (expected !== undefined && sameErrors[expected]?.includes(refusal.code) === true) return { outcome: `error: ${refusal.code}` };
    const inData = refusal.code.startsWith('formula.unknown-name') && isKeyIn(data, String(refusal.params['name']));
    const code = inData || (Array.isArray(data) && refusal.code !== 'formula.syntax') ? 'data' : refusal.code;
    return reasonOf(code) === undefined ? { outcome: 'failed', detail: `refused by ${code}` } : { outcome: `refused: ${code}` };
  }
  const { value, errors } = evaluate(compiled, record, { fields: [...fields, ...declared], collections });
  const [error] = errors;
  const difference = differences[id];
  if (expected !== undefined) {
    if (difference !== undefined) return { outcome: `differs: ${difference}` };
    if (error !== undefined && sameErrors[expected]?.includes(error) === true) return { outcome: `error: ${error}` };
    return { outcome: 'failed', detail: `expected ${expected}, got ${error ?? JSON.stringify(value)}` };
  }
  const wanted = one.undefinedResult === true ? null : (one.result ?? null);
  if (same(error ?? value, wanted)) return { outcome: 'answered' };
  if (difference !== undefined) return { outcome: `differs: ${difference}` };
  return { outcome: 'failed', detail: `expected ${JSON.stringify(wanted)}, got ${JSON.stringify(error ?? value)}` };
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

function same(got: Json, expected: Json): boolean {
  if (got === expected) return true;
  return typeof got === 'number' && typeof expected === 'number' && Math.abs(got - expected) <= 1e-14 * Math.abs(expected);
}
