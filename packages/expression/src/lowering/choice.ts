// Calls whose missingness does not follow from their signature: choices and n-ary calls.
import { call, literal, widestDecimals } from './build-expr.ts';
import type { Scalar } from './shape.ts';

/** `test` true → `then`, else `otherwise` (missing if not given). The branches have one type. */
export function choose(test: Scalar, then: Scalar, otherwise?: Scalar): Scalar {
  if (test.constant === true) return then;
  if (test.constant === false && otherwise !== undefined) return otherwise;
  const branches = otherwise === undefined ? [then] : [then, otherwise];
  return call('if', [test, ...branches], {
    decimals: widestDecimals(branches),
    optional: otherwise === undefined || branches.some((branch) => branch.optional),
  });
}

/** The first pair whose test is true; `otherwise` or missing if none is. */
export function chooseFirst(pairs: readonly (readonly [test: Scalar, value: Scalar])[], otherwise?: Scalar): Scalar {
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1) return choose(only[0], only[1], otherwise);
  const values = pairs.map(([, value]) => value);
  const branches = otherwise === undefined ? values : [...values, otherwise];
  const made = call('case', [...pairs.flat(), ...(otherwise === undefined ? [] : [otherwise])], {
    decimals: widestDecimals(branches),
    optional: otherwise === undefined || branches.some((branch) => branch.optional),
  });
  return { ...made, type: branches[0]?.type ?? made.type };
}

/** `result`, but missing where `base` is: a step of a path over a value. */
export function whereThere(base: Scalar, result: Scalar): Scalar {
  return base.optional ? choose(exists(base), result) : result;
}

export function exists(value: Scalar): Scalar {
  return value.optional ? call('exists', [value]) : literal(true);
}

/** All true; missing counts as false. */
export function all(parts: readonly Scalar[]): Scalar {
  return combined('and', parts);
}

/** At least one true; missing counts as false. */
export function any(parts: readonly Scalar[]): Scalar {
  return combined('or', parts);
}

function combined(fn: 'and' | 'or', parts: readonly Scalar[]): Scalar {
  const [first] = parts;
  if (first === undefined) return literal(fn === 'and');
  if (parts.every((part) => typeof part.constant === 'boolean'))
    return literal(fn === 'and' ? parts.every((part) => part.constant === true) : parts.some((part) => part.constant === true));
  if (parts.length > 1) return call(fn, parts);
  return first.optional ? call('isTrue', [first]) : first;
}

/** The first value that is there. */
export function firstThere(values: readonly [Scalar, ...Scalar[]]): Scalar {
  if (values.length === 1 || !values[0].optional) return values[0];
  return call('coalesce', values, { decimals: widestDecimals(values), optional: values.every((value) => value.optional) });
}

/** Smallest or largest of the numbers that are there. */
export function extreme(fn: 'least' | 'greatest', values: readonly [Scalar, ...Scalar[]]): Scalar {
  if (values.length === 1) return values[0];
  return call(fn, values, { decimals: widestDecimals(values), optional: values.every((value) => value.optional) });
}
