// Compiles a formula of the suite over a schema inferred from its data. Names that the data does not have are declared as
// fields nobody has, of the first type that fits.
import type { Collection, Field, Json, ValueType } from '@tierflow/definition';
import { type CompiledFormula, compileFormula } from '../../src/index.ts';
import { scopeFor } from '../scope.ts';
import { type Inferred, isKeyIn } from './infer-input.ts';

type Schema = Pick<Inferred, 'fields' | 'collections'>;

export interface CompiledCase {
  readonly compiled: CompiledFormula;
  readonly schema: Schema;
}

export function compileCase(text: string, data: Json, schema: Schema): CompiledCase {
  const compile = ({ fields, collections }: Schema): CompiledFormula => compileFormula(text, scopeFor(fields, collections));
  const plain = { compiled: compile(schema), schema };
  for (const type of ['number', 'string', 'boolean'] as const) {
    let found: CompiledCase = plain;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { fields, collections } = found.schema;
      const unknown = found.compiled.diagnostics.filter(({ code }) => code.startsWith('formula.unknown-name'));
      const names = unknown.map(({ params }) => String(params['name'])).filter((name) => !isKeyIn(data, name));
      const paths = unknown
        .map(({ at, params }) => pathAround(text, at.span?.from ?? 0, at.span?.to ?? 0, String(params['name'])))
        .filter((name) => isAbsent(data, name.split('.')));
      const wider = { fields: withFields(fields, paths, type), collections: collections.map((list) => widened(list, names, type)) };
      if (JSON.stringify(wider) === JSON.stringify(found.schema)) break;
      found = { compiled: compile(wider), schema: wider };
    }
    if (found.compiled.expr !== undefined) return found;
  }
  return plain;
}

const ROUNDS = 5;

function withFields(fields: readonly Field[], names: readonly string[], type: ValueType): readonly Field[] {
  const missing = [...new Set(names)].filter((name) => fields.every((field) => field.name !== name));
  return [...fields, ...missing.map((name) => ({ name, type }))];
}

function widened(collection: Collection, names: readonly string[], type: ValueType): Collection {
  return { ...collection, fields: withFields(collection.fields, names, type) };
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
