// ? : with its chains, and the two defaults ?: and ??.
import type { Span, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { choose, chooseFirst, firstThere } from './choice.ts';
import { conditionOf, ofType, scalarOf, toSameType } from './coerce.ts';
import { complete } from './complete.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import { nothing, type Place, type Scalar, type Shape } from './shape.ts';

/** `a ? x : b ? y : z` becomes one choice of many pairs. */
export const lowerCondition: LowerNode<'condition'> = (node, place, lowering) => {
  const tests: (Scalar | undefined)[] = [];
  const branches: Branch[] = [];
  let rest: Syntax | undefined = node;
  while (rest?.kind === 'condition') {
    const test = conditionOf(lowering.lower(rest.test, place), rest.test.span, lowering);
    if (place.called === true && test?.constant !== undefined) {
      const decided = test.constant === true;
      rest = decided ? rest.then : rest.otherwise;
      if (decided) break;
      continue;
    }
    tests.push(test);
    branches.push(branchOf(rest.then, place, lowering));
    rest = rest.otherwise;
  }
  if (tests.length === 0) return rest === undefined ? nothing : lowering.lower(rest, place);
  if (rest !== undefined) branches.push(branchOf(rest, place, lowering));
  const values = unify(branches, lowering);
  if (values === undefined || tests.some((test) => test === undefined)) return undefined;
  if (values === 'nothing') return nothing;
  const pairs = tests.flatMap((test, at) => {
    const value = values[at];
    return test === undefined || value === undefined ? [] : [[test, value] as const];
  });
  return chooseFirst(pairs, values[tests.length]);
};

interface Branch {
  readonly shape: Shape | undefined;
  readonly span: Span;
}

function branchOf(node: Syntax, place: Place, lowering: Lowering): Branch {
  return { shape: lowering.lower(node, place), span: node.span };
}

/** The branches as values of one type. A branch that is nothing takes the type of the others. */
function unify(branches: readonly Branch[], lowering: Lowering): readonly Scalar[] | 'nothing' | undefined {
  if (branches.some(({ shape }) => shape === undefined)) return undefined;
  if (branches.every(({ shape }) => shape?.kind === 'nothing')) return 'nothing';
  const written = branches.flatMap(({ shape, span }) => (shape?.kind === 'scalar' ? [{ value: shape, span }] : []));
  const dated = written.some(({ value }) => value.type === 'date' || value.type === 'datetime');
  const instants = dated && written.every(({ value }) => value.type === 'datetime');
  const [model] = written;
  const values = branches.map(({ shape, span }) => {
    if (dated && !instants) return ofType(shape, 'date', span, lowering);
    const value = scalarOf(shape, span, lowering, model?.value.type);
    if (value === undefined || model === undefined) return value;
    return toSameType(model, { value, span }, lowering, 'formula.branch-types')?.[1];
  });
  return complete(values);
}

/** Whether the left side is taken, where that is known: it is written in the formula. */
function decidedBy(value: Shape, { operator, value: { span } }: SyntaxOf<'default'>, lowering: Lowering): boolean | undefined {
  if (value.kind === 'scalar' && value.constant === undefined) return undefined;
  if (value.kind !== 'scalar' && value.kind !== 'list' && value.kind !== 'record') return undefined;
  if (operator === '??') return value.kind !== 'list' || value.sequence !== true ? true : undefined;
  const test = conditionOf(value, span, lowering)?.constant;
  return typeof test === 'boolean' ? test : undefined;
}

/** `a ?: b`: a if it is truthy, else b. `a ?? b`: a if it is there, else b. */
export function lowerDefault(node: SyntaxOf<'default'>, place: Place, lowering: Lowering): Shape | undefined {
  const value = lowering.lower(node.value, place);
  const otherwise = lowering.lower(node.otherwise, place);
  if (value === undefined || otherwise === undefined) return undefined;
  const decided = decidedBy(value, node, lowering);
  if (decided !== undefined) return decided ? value : otherwise;
  const values = unify(
    [
      { shape: value, span: node.value.span },
      { shape: otherwise, span: node.otherwise.span },
    ],
    lowering,
  );
  if (values === undefined) return undefined;
  if (values === 'nothing') return nothing;
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  if (node.operator === '??') return firstThere([first, second]);
  const test = conditionOf(first, node.value.span, lowering);
  return test === undefined ? undefined : choose(test, first, second);
}
