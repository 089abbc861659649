// Remarks of zod on a config, as diagnostics with stable codes. A kind's own rules carry their code in `params.code`.
import type { Diagnostic, Json } from '@tierflow/definition';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One diagnostic per issue, each with the path into the config. */
export function configDiagnostics(node: string, config: unknown, issues: readonly Issue[]): readonly Diagnostic[] {
  return issues
    .flatMap((issue) => innermost(issue, []))
    .map(({ issue, path }) => ({ severity: 'error', at: { node, path: path.join('.') }, ...wordsOf(issue, path, config) }));
}

interface Found {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** Of a union, what is wrong with the option that fits best: the one whose trouble lies deepest. */
function innermost(issue: Issue, base: readonly PropertyKey[]): readonly Found[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const options = issue.errors.map((errors) => errors.flatMap((error) => innermost(error, path)));
  const depth = (found: readonly Found[]): number => Math.max(0, ...found.map((one) => one.path.length));
  const strangers = (found: readonly Found[]): number => found.filter((one) => one.issue.code === 'unrecognized_keys').length;
  const [best] = options.toSorted((a, b) => depth(b) - depth(a) || strangers(a) - strangers(b) || a.length - b.length);
  return best === undefined || depth(best) === path.length ? [{ issue, path }] : best;
}

function wordsOf(issue: Issue, path: readonly PropertyKey[], config: unknown): Pick<Diagnostic, 'code' | 'params'> {
  const name = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.['code'] ?? 'config.invalid'), params: jsonParams(issue.params) };
    case 'invalid_type':
      return valueAt(config, path) === undefined
        ? { code: 'config.missing', params: { name } }
        : { code: 'config.wrong-type', params: { name, expected: issue.expected } };
    case 'too_small':
      return { code: 'config.too-small', params: { name, minimum: Number(issue.minimum) } };
    case 'too_big':
      return { code: 'config.too-big', params: { name, maximum: Number(issue.maximum) } };
    case 'invalid_value':
      return valueAt(config, path) === undefined
        ? { code: 'config.missing', params: { name } }
        : { code: 'config.not-an-option', params: { name, options: issue.values.map(String).join(', ') } };
    case 'unrecognized_keys':
      return { code: 'config.unknown-setting', params: { name: issue.keys.join(', ') } };
    default:
      return valueAt(config, path) === undefined
        ? { code: 'config.missing', params: { name } }
        : { code: 'config.invalid', params: { name } };
  }
}

function jsonParams(params: Readonly<Record<string, unknown>> | undefined): { readonly [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(params ?? {}).filter((entry): entry is [string, Json] => entry[0] !== 'code' && entry[1] !== undefined),
  );
}

function valueAt(config: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (value: unknown, key) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    config,
  );
}
