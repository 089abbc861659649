// Random well-typed programs over `randomInput` that use every function of the table and every aggregate.
import {
  type Aggregate,
  aggregateNames,
  type Column,
  type Definition,
  type Expr,
  type FunctionName,
  type FunctionSpec,
  functionsIn,
  functionTable,
  type Parameter,
  type ValueType,
} from '@tierflow/definition';
import type { Random } from './random.ts';
import { randomInput } from './random-records.ts';

const types: readonly ValueType[] = ['boolean', 'number', 'string', 'date', 'datetime'];
const specs = Object.entries(functionTable) as [FunctionName, FunctionSpec][];

interface Making {
  readonly random: Random;
  readonly columns: readonly Column[];
  readonly line: boolean;
}

function producers(type: ValueType): readonly [FunctionName, FunctionSpec][] {
  return specs.filter(([, spec]) => spec.result === type || (spec.result === 'same' && type !== 'datetime'));
}

/** A random expression of a type, at most `depth` calls deep. */
export function randomExpr(type: ValueType, depth: number, making: Making): Expr {
  const { random } = making;
  if (depth <= 0 || random.chance(0.2)) return leaf(type, making);
  if (!making.line && random.chance(0.2)) return aggregate(type, depth, making) ?? leaf(type, making);
  const candidates = producers(type);
  if (candidates.length === 0) return leaf(type, making);
  const [fn, spec] = random.pick(candidates);
  return call([fn, spec], type, depth, making);
}

function leaf(type: ValueType, { random, columns, line }: Making): Expr {
  const earlier = columns.filter((column) => column.type === type);
  if (!line && earlier.length > 0 && random.chance(0.4)) return { op: 'column', id: random.pick(earlier).id };
  if (random.chance(0.6)) {
    const fields = (line ? (randomInput.collections[0]?.fields ?? []) : randomInput.fields).filter((field) => field.type === type);
    if (fields.length > 0) return { op: line ? 'line' : 'field', name: random.pick(fields).name };
  }
  if (random.chance(0.1)) return { op: 'missing', type };
  switch (type) {
    case 'number':
      return random.chance(0.2)
        ? { op: 'parameter', id: 'p.one' }
        : { op: 'literal', value: random.pick([0, 1, 2, -1, 0.5, 10, 100, 1e9]) };
    case 'string':
      return { op: 'literal', value: random.pick(['', 'a', '北京', 'B', 'ab cd ', 'month', 'week', '7', '2024-02-29']) };
    case 'boolean':
      return { op: 'literal', value: random.chance(0.5) };
    case 'date':
      return random.chance(0.5) ? { op: 'asOf' } : { op: 'date', value: random.pick(['2025-12-31', '2024-02-29', '2026-03-01']) };
    default:
      return { op: line ? 'line' : 'field', name: line ? 'at' : 't1' };
  }
}

function aggregate(type: ValueType, depth: number, making: Making): Expr | undefined {
  const { random } = making;
  const inside: Making = { ...making, line: true };
  const counting = ['count', 'sum', 'mean', 'distinct', 'firstRule'] as const;
  const fn = random.pick(type === 'number' && random.chance(0.7) ? counting : (['min', 'max', 'first', 'last'] as const));
  if (!aggregateNames.includes(fn)) return undefined;
  const valueType = fn === 'distinct' ? random.pick(types) : fn === 'count' ? 'number' : fn === 'firstRule' ? 'string' : type;
  const where = random.chance(0.6) ? { where: randomExpr('boolean', depth - 2, inside) } : {};
  const value = fn === 'count' && random.chance(0.5) ? {} : { value: randomExpr(valueType, depth - 2, inside) };
  const by =
    fn === 'first' || fn === 'last'
      ? { by: { op: 'line' as const, name: random.pick(['at', 'day', 'amount']) }, ...random.pick(places) }
      : {};
  const rules = fn === 'firstRule' ? { rules: { op: 'parameter', id: 'p.rules' } as const } : {};
  return { op: 'aggregate', fn, from: 'orders', ...value, ...where, ...by, ...rules };
}

const places: readonly Pick<Aggregate, 'at' | 'descending'>[] = [
  {},
  {},
  {},
  { descending: true },
  { at: 0 },
  { at: 1 },
  { at: 2, descending: true },
];

function call([fn, spec]: readonly [FunctionName, FunctionSpec], type: ValueType, depth: number, making: Making): Expr {
  const { random } = making;
  const same: ValueType = spec.result === 'same' ? type : random.pick(comparable(fn));
  const make = (arg: FunctionSpec['args'][number], at: number): Expr => {
    if (arg === 'any' || arg === 'same') return randomExpr(same, depth - 1, making);
    if (arg === 'instant') return randomExpr(random.pick(['date', 'datetime']), depth - 1, making);
    if (arg === 'numbers') return numbers(fn, at, random);
    if (arg === 'choices')
      return random.chance(0.5) ? { op: 'parameter', id: 'p.rules', member: 'then' } : { op: 'list', values: ['a', '北京', ''] };
    if (arg === 'texts') return { op: 'list', values: at === 1 ? ['a', '北京', '', 'B', 'a'] : ['x', '', '北京', 'y'] };
    if (arg === 'list') return { op: 'list', values: list(same, random) };
    return randomExpr(arg, depth - 1, making);
  };
  const args = spec.args.slice(0, spec.required + random.integer(spec.args.length - spec.required + 1)).map(make);
  if (fn === 'case' && random.chance(0.6)) args.push(randomExpr('boolean', depth - 1, making), randomExpr(same, depth - 1, making));
  if (fn === 'case' && random.chance(0.5)) args.push(randomExpr(same, depth - 1, making));
  else if (fn !== 'case' && spec.rest !== undefined && random.chance(0.4)) args.push(make(spec.rest, args.length));
  return { op: 'call', fn, args };
}

function comparable(fn: FunctionName): readonly ValueType[] {
  if (fn === 'in' || fn === 'in3') return ['number', 'string', 'boolean'];
  return fn === 'lt' || fn === 'le' || fn === 'gt' || fn === 'ge' ? ['number', 'string', 'date', 'datetime'] : types;
}

const lifetimeFunctions: ReadonlySet<FunctionName> = new Set(['bgnbdAlive', 'bgnbdPurchases', 'paretoNbdAlive', 'paretoNbdPurchases']);

function numbers(fn: FunctionName, at: number, random: Random): Expr {
  if (fn === 'step') return { op: 'list', values: at === 1 ? [0, 2, 10] : [1, 2, 3, 4] };
  if (fn === 'gammaGammaMean') return { op: 'list', values: random.chance(0.8) ? [6, 3.7, 15] : [6, -3, 15] };
  if (fn === 'numberAt' && random.chance(0.5)) return { op: 'parameter', id: 'p.rules', member: 'lift' };
  if (lifetimeFunctions.has(fn)) return { op: 'list', values: random.chance(0.8) ? [0.25, 4.4, 0.8, 2.5] : [] };
  return random.chance(0.5)
    ? { op: 'parameter', id: 'p.cuts' }
    : { op: 'list', values: random.chance(0.5) ? [0, 1, 1, 5] : Array.from({ length: 15 }, (_, i) => i * 2) };
}

function list(type: ValueType, random: Random): (number | string | boolean)[] {
  if (type === 'number') return [0, 1, 2.5];
  return type === 'boolean' ? [true] : random.chance(0.5) ? ['a', '北京'] : ['', 'B', '12'];
}

const parameters: readonly Parameter[] = [
  { id: 'p.one', node: 'p', value: 2.5 },
  { id: 'p.cuts', node: 'p', value: [1, 2, 5, 100] },
  {
    id: 'p.rules',
    node: 'p',
    value: {
      rows: [
        { if: ['a', '北京'], then: 'B', lift: 2.5 },
        { if: ['a', 'a'], then: '', lift: 1e300 },
        { if: ['B'], then: 'a', lift: -1 },
        { if: [], then: '2024-02-29', lift: 0 },
      ],
    },
  },
];

/** A program of masks and columns, some under a mask, later ones reading earlier ones. */
export function randomProgram(random: Random, columnsWanted: number): Definition {
  const columns: Column[] = [];
  for (let at = 0; at < columnsWanted; at++) {
    const making: Making = { random, columns, line: false };
    const masks = columns.filter((column) => column.mask === true);
    const isMask = at === 0 || random.chance(0.25);
    const type = isMask ? 'boolean' : random.pick(types);
    const where = !isMask && masks.length > 0 && random.chance(0.6) ? { where: random.pick(masks).id } : {};
    const depth = 1 + random.integer(4);
    const expr: Expr = isMask
      ? { op: 'call', fn: 'isTrue', args: [randomExpr('boolean', depth, making)] }
      : randomExpr(type, depth, making);
    columns.push({ id: `x.c${at}`, node: 'x', type, expr, ...where, ...(isMask ? { mask: true as const } : {}) });
  }
  const requires = [...new Set(columns.flatMap((column) => [...functionsIn(column.expr)]))].sort();
  return {
    format: 'tierflow/definition@1',
    name: 'random',
    title: { en: 'Random' },
    version: 0,
    revision: 0,
    timeZone: 'Asia/Shanghai',
    requires,
    input: randomInput,
    fittedOn: null,
    parameters,
    columns,
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
}
