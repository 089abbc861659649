// The class of a case of JSONata's suite, by what its expression and its data use.
import jsonata from 'jsonata';

export const suiteClasses = ['flat scalar', 'nested scalar', 'path and aggregate', 'rest', 'parse error'] as const;
export type SuiteClass = (typeof suiteClasses)[number];

const BUILTINS = new Set(
  (
    'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match contains ' +
    'replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean not ' +
    'map zip filter single reduce sift keys lookup append exists spread merge reverse each error assert type sort shuffle distinct ' +
    'base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl now millis toMillis fromMillis clone eval'
  ).split(' '),
);
const HIGHER = new Set(['map', 'filter', 'single', 'reduce', 'sift', 'each', 'eval', 'clone']);
const AGGREGATES = new Set(['sum', 'count', 'max', 'min', 'average']);
const REST_NODES = new Set(['lambda', 'apply', 'partial', 'transform', 'sort', 'descendant', 'parent']);
const PATH_STEPS = new Set(['name', 'variable', 'sort', 'parent', 'wildcard', 'descendant']);

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

interface Uses {
  rest: boolean;
  lists: boolean;
  paths: boolean;
}

/** The class of an expression over data. */
export function suiteClassOf(text: string, data: unknown): SuiteClass {
  const uses: Uses = { rest: false, lists: false, paths: false };
  try {
    collect(jsonata(text).ast() as unknown as Node, uses, new Set());
  } catch {
    return 'parse error';
  }
  if (uses.rest) return 'rest';
  if (uses.lists) return 'path and aggregate';
  return uses.paths || holdsList(data) ? 'nested scalar' : 'flat scalar';
}

function collect(node: unknown, uses: Uses, seen: Set<object>): void {
  if (typeof node !== 'object' || node === null || node instanceof RegExp || seen.has(node)) return;
  seen.add(node);
  if (Array.isArray(node)) {
    for (const part of node) collect(part, uses, seen);
    return;
  }
  note(node as Node, uses);
  for (const [key, part] of Object.entries(node)) if (key !== 'position') collect(part, uses, seen);
}

function note(node: Node, uses: Uses): void {
  const type = node.type ?? '';
  if (REST_NODES.has(type) || node['focus'] !== undefined || node['index'] !== undefined) uses.rest = true;
  if (type === 'function') noteCall(node, uses);
  if (type === 'wildcard' || type === 'regex' || node['keepArray'] === true || node['group'] !== undefined) uses.lists = true;
  if ((type === 'unary' && (node.value === '[' || node.value === '{')) || (type === 'binary' && node.value === '..')) uses.lists = true;
  for (const stage of [node['stages'], node['predicate']].flat() as (Node | undefined)[]) {
    if (stage?.type === 'index') uses.rest = true;
    else if (stage !== undefined) uses.lists = true;
  }
  if (type !== 'path') return;
  const steps = node['steps'] as readonly Node[];
  if (steps.length > 1) uses.paths = true;
  if (steps.some((step, at) => at > 0 && !PATH_STEPS.has(step.type ?? ''))) uses.lists = true;
}

function noteCall(node: Node, uses: Uses): void {
  const callee = node['procedure'] as Node;
  const name = callee.type === 'variable' ? String(callee.value) : '';
  if (!BUILTINS.has(name) || HIGHER.has(name)) uses.rest = true;
  if (AGGREGATES.has(name)) uses.lists = true;
}

function holdsList(data: unknown): boolean {
  if (Array.isArray(data)) return true;
  return typeof data === 'object' && data !== null && Object.values(data).some(holdsList);
}
