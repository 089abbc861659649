// A flow file, read and checked for its shape.
import { type Flow, flowSchema } from '@tierflow/flow';
import { InputFault, type Problem } from '../fault.ts';
import { readJsonFile } from '../input/read-json-file.ts';

/** Reads a flow file. Throws InputFault with a JSON pointer for everything that has not the shape of a flow. */
export async function readFlow(path: string): Promise<Flow> {
  const { value } = await readJsonFile(path);
  const parsed = flowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputFault(parsed.error.issues.map((issue) => problemOfIssue(issue, path, value)));
}

type Issue = NonNullable<ReturnType<typeof flowSchema.safeParse>['error']>['issues'][number];

function problemOfIssue(issue: Issue, path: string, flow: unknown): Problem {
  const where = `${path} ${issue.path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`.trimEnd();
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: valueAt(flow, issue.path) === undefined ? 'flow.missing' : 'flow.wrong-type',
        params: { expected: issue.expected },
        where,
      };
    case 'invalid_value':
      return { code: 'flow.not-an-option', params: { options: issue.values.map(String).join(', ') }, where };
    case 'invalid_format':
      return { code: 'flow.wrong-form', params: { form: String(issue.pattern ?? issue.format) }, where };
    case 'too_big':
      return { code: 'flow.too-big', params: { maximum: Number(issue.maximum) }, where };
    case 'too_small':
      return { code: 'flow.too-small', params: { minimum: Number(issue.minimum) }, where };
    default:
      return { code: 'flow.invalid', params: { problem: issue.code }, where };
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, name) => (typeof part === 'object' && part !== null ? (part as { [name: PropertyKey]: unknown })[name] : undefined),
    value,
  );
}
