// Changes inside of a parsed formula of jsonata: operators become functions that answer by another rule, numbers are watched.
import type { Expression } from 'jsonata';
import type { Departure } from './departures.ts';

interface Part {
  [name: string]: unknown;
}

/** What is watched for: numbers that are not finite, and those that a picture would write with more digits than ours does. */
export type Arose = 'not finite' | 'many digits';

type Change = (part: Part) => Part;

const ORDERS = new Set(['<', '<=', '>', '>=']);
const ARITHMETIC = new Set(['+', '-', '*', '/', '%']);

const callOf = (name: string, ...args: readonly unknown[]): Part => ({
  type: 'function',
  value: '(',
  procedure: { type: 'variable', value: name, position: 0 },
  arguments: [...args],
  position: 0,
});

interface Bringing {
  readonly watch?: ((what: Arose) => void) | undefined;
  /** What stands for a part that fails, where such do not matter. */
  readonly hole?: number | undefined;
  /** Functions that fail all the same. */
  readonly failing?: readonly string[] | undefined;
}

/** The expression, changed in place. */
export function bringTo(expression: Expression, departures: readonly Departure[], { watch, hole, failing = [] }: Bringing): Expression {
  const changes: Change[] = [];
  if (departures.includes('letters')) {
    expression.registerFunction('uppercase', (value?: string) => value?.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()), '<s-:s>');
    expression.registerFunction('lowercase', (value?: string) => value?.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()), '<s-:s>');
  }
  if (departures.includes('textOrder')) {
    expression.registerFunction('inOrder', inOrder);
    changes.push((part) =>
      part['type'] === 'binary' && ORDERS.has(part['value'] as string)
        ? callOf('inOrder', part['lhs'], part['rhs'], { type: 'string', value: part['value'], position: 0 })
        : part,
    );
  }
  if (departures.includes('digits')) {
    expression.registerFunction('digits', (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value));
    changes.push(withDigits);
  }
  if (departures.includes('bases'))
    changes.push(unreadable(expression, 'based', (text) => /^0[xXoObB]/.test(text) && Number.isNaN(Number(text))));
  if (departures.includes('zeros')) changes.push(unreadable(expression, 'zeroed', (text) => /^-?0[0-9]/.test(text)));
  if (departures.includes('unpicked')) {
    expression.registerFunction('first', (value: unknown, _other: unknown) => value);
    changes.push(besideAllLines);
  }
  if (departures.includes('idle')) fill(expression, hole, failing);
  if (watch !== undefined) {
    expression.registerFunction('watched', (value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) watch('not finite');
      return value;
    });
    expression.registerFunction('written', (value: unknown) => {
      // A picture in percent writes two digits more.
      if (typeof value === 'number' && Math.abs(value) >= 1e19) watch('many digits');
      return value;
    });
    changes.push((part) => withFirst(part, 'formatNumber', 'written'));
    changes.push((part) => (makesNumbers(part) ? callOf('watched', part) : part));
  }
  for (const change of changes) changeRoot(expression.ast() as unknown as Part, change);
  return expression;
}

/** Where a path goes on from the line of a place, it is taken for all lines as well, for what fails there. */
function besideAllLines(part: Part): Part {
  if (part['type'] !== 'path') return part;
  const steps = part['steps'] as readonly Part[];
  const all = steps.map((step, at) => (at < steps.length - 1 ? withoutPlaces(step) : step));
  return all.every((step, at) => step === steps[at]) ? part : callOf('first', part, { ...part, steps: all });
}

function withoutPlaces(step: Part): Part {
  const name = 'stages' in step ? 'stages' : 'predicate';
  const filters = (step[name] ?? []) as readonly { readonly expr?: Part }[];
  const kept = filters.filter(({ expr }) => expr?.['type'] !== 'number');
  return kept.length === filters.length ? step : { ...step, [name]: kept };
}

/** Some texts are no numbers. */
function unreadable(expression: Expression, name: string, is: (text: string) => boolean): Change {
  expression.registerFunction(name, (value: unknown) => {
    if (typeof value === 'string' && is(value)) throw Object.assign(new Error('not a number'), { code: 'D3030' });
    return value;
  });
  return (part) => withFirst(part, 'number', name);
}

/** Functions that could fail answer with something instead. */
function fill(expression: Expression, hole: number | undefined, failing: readonly string[]): void {
  const orHole = (value: number): number | undefined => (Number.isFinite(value) ? value : hole);
  const filled: { readonly [name: string]: readonly [implementation: (x?: number, y?: number) => unknown, signature: string] } = {
    sqrt: [(x) => x && orHole(Math.sqrt(x)), '<n-:n>'],
    power: [(x, y) => (x === undefined || y === undefined ? undefined : orHole(x ** y)), '<n-n:n>'],
    number: [(x?: number | string) => (x === undefined ? undefined : x === '' ? hole : orHole(Number(x))), '<(nsb)-:n>'],
  };
  for (const [name, [implementation, signature]] of Object.entries(filled)) {
    if (!failing.includes(name)) expression.registerFunction(name, implementation, signature);
  }
}

function withDigits(part: Part): Part {
  if (part['type'] === 'binary' && part['value'] === '&') {
    return { ...part, lhs: callOf('digits', part['lhs']), rhs: callOf('digits', part['rhs']) };
  }
  return withFirst(part, 'string', 'digits');
}

/** The first argument of a function's calls goes through another one. */
function withFirst(part: Part, name: string, through: string): Part {
  if (part['type'] !== 'function' || (part['procedure'] as Part | undefined)?.['value'] !== name) return part;
  const [first, ...rest] = (part['arguments'] as readonly unknown[] | undefined) ?? [];
  return first === undefined ? part : { ...part, arguments: [callOf(through, first), ...rest] };
}

function makesNumbers(part: Part): boolean {
  if (part['type'] === 'binary') return ARITHMETIC.has(part['value'] as string);
  return part['type'] === 'function' || (part['type'] === 'unary' && part['value'] === '-');
}

function inOrder(a: unknown, b: unknown, operator: string): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = typeof a === 'string' && typeof b === 'string' ? [compareCodePoints(a, b), 0] : [a as number, b as number];
  return operator === '<' ? x < y : operator === '<=' ? x <= y : operator === '>' ? x > y : x >= y;
}

function compareCodePoints(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  const at = x.findIndex((point, place) => point !== y[place]);
  if (at < 0) return x.length - y.length;
  return y[at] === undefined ? 1 : (x[at]?.codePointAt(0) ?? 0) - (y[at].codePointAt(0) ?? 0);
}

/** jsonata keeps the root itself. */
function changeRoot(root: Part, change: Change): void {
  changeInside(root, change);
  const changed = change({ ...root });
  for (const name of Object.keys(root)) delete root[name];
  Object.assign(root, changed);
}

/** Every part that stands for a value, inside out. Steps of a path, functions called and what is piped into are looked into only. */
function changeInside(tree: Part, change: Change): void {
  for (const [name, child] of Object.entries(tree)) {
    if (typeof child !== 'object' || child === null) continue;
    const inside = child as Part;
    if (name === 'steps') for (const step of inside as unknown as readonly Part[]) changeInside(step, change);
    else changeInside(inside, change);
    const fixed = name === 'procedure' || (name === 'rhs' && tree['type'] === 'apply');
    if (!fixed && typeof inside['type'] === 'string') tree[name] = change(inside);
  }
}
