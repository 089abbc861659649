// jsonata's syntax tree → ours, with spans. Its nodes carry only the end of one token; the token table gives the rest.
import type { Report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import { childrenOf } from './children.ts';
import type { Raw } from './raw.ts';
import type { Token, TokenTable } from './tokens.ts';
import type { BinaryOperator, Filter, Span, Step, Syntax, UnsupportedForm } from './tree.ts';

interface Building {
  readonly table: TokenTable;
  readonly node: (raw: Raw) => Syntax;
}

/** The tree; undefined, with a diagnostic, if it has too many nodes. */
export function buildTree(raw: Raw, table: TokenTable, report: Report): Syntax | undefined {
  let nodes = 0;
  const building: Building = {
    table,
    node: (part) => {
      if (part.type !== 'path') nodes += 1;
      return withFilters(part, building);
    },
  };
  const tree = building.node(raw);
  if (nodes - constantsIn(tree) <= limits.nodes) return tree;
  return report('formula.too-large', tree.span, { limit: limits.nodes });
}

/** Constants of the lists in a tree, walked without recursion. */
function constantsIn(tree: Syntax): number {
  let constants = 0;
  const left: Syntax[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === 'array') constants += node.items.filter(({ kind }) => kind === 'literal').length;
    left.push(...childrenOf(node));
  }
  return constants;
}

/** A node with predicates behind it is a path of one step. */
function withFilters(raw: Raw, building: Building): Syntax {
  if (raw.group !== undefined) return unsupported('group', bracketed(raw.group, building) ?? bare(raw, building).span);
  if (raw.type === 'path') return pathOf(raw, building);
  if (raw.predicate === undefined && raw.stages === undefined && raw.keepArray !== true) return bare(raw, building);
  const step = stepOf(raw, building);
  return { kind: 'path', steps: [step], keepArray: raw.keepArray === true, span: spanOfStep(step) };
}

function pathOf(raw: Raw, building: Building): Syntax {
  const steps = (raw.steps ?? []).map((step) => stepOf(step, building));
  const [first] = steps;
  if (first === undefined) return unsupported('other', { from: 0, to: 0 });
  const keepArray = raw.keepSingletonArray === true;
  const to = spanOfStep(steps.at(-1) ?? first).to;
  return { kind: 'path', steps, keepArray, span: { from: first.node.span.from, to: keepArray ? behindEmptyBrackets(to, building) : to } };
}

/** Where the `[]` behind a path ends. */
function behindEmptyBrackets(end: number, { table }: Building): number {
  const last = table.endingAt(end);
  const open = last === undefined ? undefined : table.after(last);
  const close = open?.text === '[' ? table.after(open) : undefined;
  return close?.text === ']' ? close.to : end;
}

function stepOf(raw: Raw, building: Building): Step {
  const stages = [...(raw.stages ?? []), ...(raw.predicate ?? [])];
  const node = building.node({ ...raw, type: raw.type, predicate: undefined, stages: undefined, keepArray: false } as unknown as Raw);
  if (raw.focus !== undefined) return { node: unsupported('focus', behind(node.span, '@', building)), filters: [] };
  if (raw.index !== undefined || stages.some((stage) => stage.expr === undefined))
    return { node: unsupported('index', behind(node.span, '#', building)), filters: [] };
  return { node, filters: stages.flatMap((stage) => filterOf(stage, building)) };
}

/** A sign behind a step with the variable after it; the step itself where something else stands between. */
function behind(span: Span, sign: string, { table }: Building): Span {
  const last = table.endingAt(span.to);
  const found = last === undefined ? undefined : table.after(last);
  if (found?.text !== sign) return span;
  return { from: found.from, to: table.after(found)?.to ?? found.to };
}

function filterOf(stage: Raw, building: Building): readonly Filter[] {
  if (stage.expr === undefined) return [];
  const predicate = building.node(stage.expr);
  return [{ predicate, span: bracketed(stage, building) ?? predicate.span }];
}

function spanOfStep(step: Step): Span {
  return { from: step.node.span.from, to: step.filters.at(-1)?.span.to ?? step.node.span.to };
}

function unsupported(form: UnsupportedForm, span: Span): Syntax {
  return { kind: 'unsupported', form, span };
}

const FORMS: Readonly<Record<string, UnsupportedForm>> = {
  wildcard: 'wildcard',
  descendant: 'descendant',
  parent: 'parent',
  transform: 'transform',
  operator: 'placeholder',
};

/** A node without what stands behind it in square brackets. */
function bare(raw: Raw, building: Building): Syntax {
  const build = Object.hasOwn(BUILDERS, raw.type) ? BUILDERS[raw.type] : undefined;
  if (build !== undefined) return build(raw, building);
  const form = Object.hasOwn(FORMS, raw.type) ? FORMS[raw.type] : undefined;
  // The parser forgets where `%` stood.
  const parent = form === 'parent' ? building.table.first((token) => token.prefix && token.text === '%') : undefined;
  return unsupported(form ?? 'other', parent === undefined ? tokenSpan(raw, building) : { from: parent.from, to: parent.to });
}

const BUILDERS: Readonly<Record<string, (raw: Raw, building: Building) => Syntax>> = {
  string: (raw, building) => ({ kind: 'literal', value: String(raw.value), span: tokenSpan(raw, building) }),
  number: numberOf,
  value: constantOf,
  name: (raw, building) => ({ kind: 'name', name: String(raw.value), span: tokenSpan(raw, building) }),
  variable: (raw, building) => ({ kind: 'variable', name: String(raw.value), span: tokenSpan(raw, building) }),
  path: pathOf,
  binary: binaryOf,
  unary: unaryOf,
  condition: conditionOf,
  block: blockOf,
  bind: bindOf,
  function: callOf,
  partial: partialOf,
  apply: applyOf,
  lambda: lambdaOf,
  sort: sortOf,
  regex: (raw, building) => {
    const pattern = raw.value instanceof RegExp ? raw.value : /(?:)/;
    return { kind: 'regex', pattern: pattern.source, flags: pattern.flags.replace('g', ''), span: tokenSpan(raw, building) };
  },
};

function required(raw: Raw | undefined): Raw {
  if (raw === undefined) throw new TypeError('a node of the syntax tree lacks a part');
  return raw;
}

function leftOf(raw: Raw): Raw {
  return required(Array.isArray(raw.lhs) ? undefined : (raw.lhs as Raw | undefined));
}

function numberOf(raw: Raw, building: Building): Syntax {
  let token = building.table.endingAt(raw.position ?? 0);
  const value = Number(raw.value);
  const span = tokenSpan(raw, building);
  if (token === undefined) return { kind: 'literal', value, span };
  const fraction = /^-?\d+(?:\.(\d+))?$/.exec(token.text);
  const decimals = fraction === null ? {} : { decimals: fraction[1]?.length ?? 0 };
  // The parser folds minus signs into the number.
  let from = span.from;
  let sign = Object.is(Math.abs(value), value) ? 1 : -1;
  let before = building.table.before(token);
  while (sign === -1 && before !== undefined && before.prefix && before.text === '-') {
    from = before.from;
    token = before;
    before = building.table.before(token);
    sign = before?.prefix === true && before.text === '-' ? -1 : 1;
  }
  return { kind: 'literal', value, ...decimals, span: { from, to: span.to } };
}

function constantOf(raw: Raw, building: Building): Syntax {
  const span = tokenSpan(raw, building);
  return typeof raw.value === 'boolean' ? { kind: 'literal', value: raw.value, span } : { kind: 'null', span };
}

const BINARY: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in', '&', '..']);

function binaryOf(raw: Raw, building: Building): Syntax {
  const operator = String(raw.value);
  const left = building.node(leftOf(raw));
  const right = building.node(required(raw.rhs));
  const span = { from: left.span.from, to: right.span.to };
  return BINARY.has(operator) ? { kind: 'binary', operator: operator as BinaryOperator, left, right, span } : unsupported('other', span);
}

function unaryOf(raw: Raw, building: Building): Syntax {
  const span = bracketed(raw, building) ?? tokenSpan(raw, building);
  if (raw.value === '[') return { kind: 'array', items: (raw.expressions ?? []).map(building.node), span };
  if (raw.value === '{') {
    const pairs = (Array.isArray(raw.lhs) ? raw.lhs : []) as readonly (readonly Raw[])[];
    return {
      kind: 'object',
      pairs: pairs.map(([key, value]) => ({ key: building.node(required(key)), value: building.node(required(value)) })),
      span,
    };
  }
  const value = building.node(required(raw.expression));
  return { kind: 'negate', value, span: { from: tokenSpan(raw, building).from, to: value.span.to } };
}

/** `a ?: b` and `a ?? b` come as conditions whose test is a copy of the left side; the token says which. */
function conditionOf(raw: Raw, building: Building): Syntax {
  const operator = building.table.endingAt(raw.position ?? 0)?.text;
  const then = building.node(required(raw.then));
  const otherwise = raw.else === undefined ? undefined : building.node(raw.else);
  const to = otherwise?.span.to ?? then.span.to;
  if ((operator === '?:' || operator === '??') && otherwise !== undefined) {
    return { kind: 'default', operator, value: then, otherwise, span: { from: then.span.from, to } };
  }
  const test = building.node(required(raw.condition));
  const span = { from: test.span.from, to };
  return otherwise === undefined ? { kind: 'condition', test, then, span } : { kind: 'condition', test, then, otherwise, span };
}

function blockOf(raw: Raw, building: Building): Syntax {
  const parts = (raw.expressions ?? []).map(building.node);
  return { kind: 'block', parts, span: bracketed(raw, building) ?? tokenSpan(raw, building) };
}

function bindOf(raw: Raw, building: Building): Syntax {
  const target = leftOf(raw);
  const value = building.node(required(raw.rhs));
  return { kind: 'bind', name: String(target.value), value, span: { from: tokenSpan(target, building).from, to: value.span.to } };
}

function callOf(raw: Raw, building: Building): Syntax {
  const callee = building.node(required(raw.procedure));
  const args = (raw.arguments ?? []).map(building.node);
  const to = (bracketed(raw, building) ?? tokenSpan(raw, building)).to;
  return { kind: 'call', callee, args, span: { from: callee.span.from, to } };
}

function partialOf(raw: Raw, building: Building): Syntax {
  const callee = building.node(required(raw.procedure));
  const args = (raw.arguments ?? []).map((arg) => (arg.type === 'operator' && arg.value === '?' ? undefined : building.node(arg)));
  const to = (bracketed(raw, building) ?? tokenSpan(raw, building)).to;
  return { kind: 'partial', callee, args, span: { from: callee.span.from, to } };
}

function applyOf(raw: Raw, building: Building): Syntax {
  const left = building.node(leftOf(raw));
  const right = building.node(required(raw.rhs));
  return { kind: 'apply', left, right, span: { from: left.span.from, to: right.span.to } };
}

function lambdaOf(raw: Raw, building: Building): Syntax {
  const body = required(raw.body);
  // A call in tail position is wrapped for the evaluator's trampoline.
  if (raw.thunk === true) return building.node(body);
  const span = lambdaSpan(raw, building);
  const parameters = (raw.arguments ?? []).map((parameter) => String(parameter.value));
  const signature = raw.signature === undefined ? {} : { signature: raw.signature.definition ?? '' };
  return { kind: 'lambda', parameters, body: building.node(body), ...signature, span };
}

function lambdaSpan(raw: Raw, { table }: Building): Span {
  const open = table.endingAt(raw.position ?? 0);
  if (open === undefined) return { from: 0, to: 0 };
  const closing = table.closing(open);
  let next = closing === undefined ? undefined : table.after(closing);
  while (next !== undefined && next.text !== '{') next = table.after(next);
  const end = next === undefined ? undefined : table.closing(next);
  return { from: table.before(open)?.from ?? open.from, to: end?.to ?? open.to };
}

function sortOf(raw: Raw, building: Building): Syntax {
  const terms = (raw.terms ?? []).map((term) => ({ value: building.node(term.expression), descending: term.descending }));
  const open = building.table.endingAt(raw.position ?? 0);
  const bracket = open === undefined ? undefined : building.table.after(open);
  const end = bracket === undefined ? undefined : building.table.closing(bracket);
  const span = tokenSpan(raw, building);
  return { kind: 'sort', terms, span: { from: span.from, to: end?.to ?? span.to } };
}

function tokenSpan(raw: Raw, { table }: Building): Span {
  const at = raw.position ?? 0;
  const token: Token | undefined = table.endingAt(at);
  return token === undefined ? { from: at, to: at } : { from: token.from, to: token.to };
}

/** From an opening bracket to its partner. */
function bracketed(raw: Raw, { table }: Building): Span | undefined {
  const open = table.endingAt(raw.position ?? 0);
  const close = open === undefined ? undefined : table.closing(open);
  return open === undefined || close === undefined ? undefined : { from: open.from, to: close.to };
}
