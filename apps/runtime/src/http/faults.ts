// What a schema says about a value, as faults with JSON pointers.
import type { Json } from '@tierflow/definition';
import type { z } from 'zod';
import type { FaultAt } from './refusal.ts';

const MAX_FAULTS = 50;

/** Faults of a failed parse, at most fifty. */
export function faultsOf(error: z.ZodError, base = ''): readonly FaultAt[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, base)).slice(0, MAX_FAULTS);
}

/** RFC 6901 pointer of a path. */
export function pointerOf(path: readonly PropertyKey[], base = ''): string {
  return path.reduce<string>((pointer, step) => `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`, base);
}

function faultsOfIssue(issue: z.core.$ZodIssue, base: string): readonly FaultAt[] {
  const pointer = pointerOf(issue.path, base);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('undefined')) return [{ code: 'value.missing', pointer }];
      return [{ code: 'value.type', pointer, params: { expected: issue.expected } }];
    case 'too_big':
      return [{ code: 'value.too-big', pointer, params: { limit: Number(issue.maximum) } }];
    case 'too_small':
      return [{ code: 'value.too-small', pointer, params: { limit: Number(issue.minimum) } }];
    case 'invalid_format':
      return [{ code: 'value.format', pointer }];
    case 'invalid_value':
      return [{ code: 'value.choice', pointer, params: { choices: issue.values.map((value) => String(value) as Json).join(', ') } }];
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ code: 'value.unknown-name', pointer: pointerOf([name], pointer), params: { name } }));
    case 'invalid_union':
      return unionFaults(issue.errors, pointer);
    default:
      return [{ code: 'value.invalid', pointer }];
  }
}

/** The faults of the branch that came furthest, so that the message speaks of what was meant. */
function unionFaults(branches: readonly (readonly z.core.$ZodIssue[])[], pointer: string): readonly FaultAt[] {
  const deepest = branches.find((issues) => issues.some((issue) => issue.path.length > 0));
  return deepest === undefined ? [{ code: 'value.shape', pointer }] : deepest.flatMap((issue) => faultsOfIssue(issue, pointer));
}
