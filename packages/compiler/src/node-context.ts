// What a node's check and lower can ask: names, formulas and conditions over what arrives at it.
import type { Diagnostic, Expr } from '@tierflow/definition';
import { type CompiledFormula, compileFormula, type FormulaScope } from '@tierflow/expression';
import type { Flow, FlowNode } from '@tierflow/flow';
import { type ConditionScope, lowerCondition } from './conditions/lower-condition.ts';
import type { DataSchema } from './data-schema.ts';
import type { CollectionInfo, ColumnInfo, Compiled, FoundCollection, NodeContext, Scope, ValueOptions } from './define-node.ts';
import { call, column as columnExpr, line as lineExpr } from './expressions.ts';
import { keyOf, sourceFields } from './inputs/source-fields.ts';
import { nearestName } from './nearest-name.ts';

export interface ContextParts {
  readonly node: FlowNode;
  readonly config: unknown;
  readonly scope: Scope;
  readonly flow: Flow;
  readonly data: DataSchema;
}

/** A node's context, and what the names of its formulas stand for, by the path of the formula in the config. */
export interface OpenedNode {
  readonly context: NodeContext<unknown>;
  readonly formulas: ReadonlyMap<string, FormulaScope>;
}

/** The context of one node. */
export function openNode(parts: ContextParts): OpenedNode {
  const formulas = new Map<string, FormulaScope>();
  return { context: nodeContext(parts, (path, names) => formulas.set(path, names)), formulas };
}

function nodeContext(parts: ContextParts, note: (path: string, names: FormulaScope) => void): NodeContext<unknown> {
  const { node, config, scope, flow, data } = parts;
  const collections = new Map(data.collections.map((collection) => [collection.name, collection]));
  const report: NodeContext<unknown>['report'] = (code, path, params = {}, severity = 'error') => ({
    code,
    severity,
    at: { node: node.id, path },
    params,
  });
  const value: NodeContext<unknown>['value'] = (wanted, path, options = {}) => {
    const { line, scope: names = scope } = options;
    const found =
      typeof wanted === 'string'
        ? reference(wanted, path, line === undefined ? names : lineScope(line), report)
        : formula({
            text: wanted.expr,
            path: `${path}.expr`,
            scope: names,
            collections,
            node: node.id,
            note,
            ...(line === undefined ? {} : { line }),
          });
    return ofType(line === undefined ? found : { ...found, reads: typeof wanted === 'string' ? [] : found.reads }, path, options, report);
  };
  const condition: NodeContext<unknown>['condition'] = (where, path, line, names) => {
    const options: ValueOptions = { ...(line === undefined ? {} : { line }), ...(names === undefined ? {} : { scope: names }) };
    const inside: ConditionScope = {
      column: (name, at) => value(name, at, options),
      formula: (text, at) => value({ expr: text }, at, options),
      report,
    };
    return lowerCondition(where, path, inside);
  };
  return {
    node,
    config,
    scope,
    flow,
    data,
    key: keyText(data),
    collection: (name, path, timed) => findCollection({ name, path, timed: timed !== undefined }, collections, report),
    value,
    condition,
    report,
    own: (id) => columnExpr(`${node.id}.${id}`),
    parameter: (id) => ({ op: 'parameter', id: `${node.id}.${id}` }),
  };
}

function keyText(data: DataSchema): Expr {
  const name = keyOf(data);
  const field: Expr = { op: 'field', name };
  return sourceFields(data).some((one) => one.name === name && one.type === 'string') ? field : call('toString', field);
}

/** Fields of a line as a scope. */
function lineScope(collection: CollectionInfo): Scope {
  return new Map(collection.fields.map((field): [string, ColumnInfo] => [field.name, { ...field, expr: lineExpr(field.name) }]));
}

function reference(name: string, path: string, scope: Scope, report: NodeContext<unknown>['report']): Compiled {
  const column = scope.get(name);
  if (column !== undefined) {
    const { expr, type, decimals } = column;
    return { expr, type, column, reads: [name], diagnostics: [], ...(decimals === undefined ? {} : { decimals }) };
  }
  const nearest = nearestName(name, scope.keys());
  const unknown = report(
    nearest === undefined ? 'field.unknown' : 'field.unknown-near',
    path,
    nearest === undefined ? { name } : { name, nearest },
  );
  return { reads: [], diagnostics: [nearest === undefined ? unknown : { ...unknown, repair: { path, value: nearest } }] };
}

interface FormulaRequest {
  readonly text: string;
  readonly path: string;
  readonly scope: Scope;
  readonly collections: ReadonlyMap<string, CollectionInfo>;
  readonly node: string;
  readonly note: (path: string, names: FormulaScope) => void;
  readonly line?: CollectionInfo;
}

function formula({ text, path, scope, collections, node, note, line }: FormulaRequest): Compiled {
  const names: FormulaScope = {
    column: (name) => scope.get(name),
    collection: (name) => collections.get(name),
    names: () => [...scope.keys(), ...collections.keys()],
    ...(line === undefined ? {} : { line }),
  };
  note(path, names);
  const compiled: CompiledFormula = compileFormula(text, names);
  const placed = (found: Diagnostic): Diagnostic => ({
    ...found,
    at: { ...found.at, node, path },
    ...(found.repair === undefined ? {} : { repair: { path, value: found.repair.value } }),
  });
  return { ...compiled, reads: compiled.reads.filter((name) => scope.has(name)), diagnostics: compiled.diagnostics.map(placed) };
}

function ofType(found: Compiled, path: string, options: ValueOptions, report: NodeContext<unknown>['report']): Compiled {
  const { expr, type } = found;
  if (expr === undefined || type === undefined || options.types === undefined || options.types.includes(type)) return found;
  const params = { name: found.column?.name ?? '', type, wanted: options.types.join(', ') };
  return { reads: found.reads, diagnostics: [...found.diagnostics, report('field.wrong-type', path, params)] };
}

interface CollectionRequest {
  readonly name: string;
  readonly path: string;
  readonly timed: boolean;
}

function findCollection(
  { name, path, timed }: CollectionRequest,
  collections: ReadonlyMap<string, CollectionInfo>,
  report: NodeContext<unknown>['report'],
): FoundCollection {
  const collection = collections.get(name);
  if (collection !== undefined) {
    return { collection, diagnostics: timed && collection.time === undefined ? [report('collection.no-time', path, { name })] : [] };
  }
  const nearest = nearestName(name, collections.keys());
  const unknown = report(
    nearest === undefined ? 'collection.unknown' : 'collection.unknown-near',
    path,
    nearest === undefined ? { name } : { name, nearest },
  );
  return { diagnostics: [nearest === undefined ? unknown : { ...unknown, repair: { path, value: nearest } }] };
}
