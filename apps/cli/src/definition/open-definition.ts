// A definition file, verified before anything runs: shape, functions, references, and the test vectors on this machine's evaluators.
import { canonicalJson, type Definition, digestOf, readDefinition } from '@tierflow/definition';
import { DefinitionError, type VectorMismatch, vectorMismatches } from '@tierflow/evaluator';
import { InputFault, type Problem } from '../fault.ts';
import { readJsonFile } from '../input/read-json-file.ts';

export interface OpenedDefinition {
  readonly definition: Definition;
  /** Of the file's bytes. */
  readonly digest: string;
  /** The bytes are the canonical form, the only one that can be published. */
  readonly canonical: boolean;
}

/** Reads and verifies a definition. Throws InputFault with everything that is wrong. */
export async function openDefinition(path: string, modes: readonly ('generated' | 'closures')[]): Promise<OpenedDefinition> {
  const { bytes, value } = await readJsonFile(path);
  const reading = readDefinition(value);
  if (!reading.ok)
    throw new InputFault(reading.faults.map(({ code, pointer, params }) => ({ code, params, where: `${path} ${pointer}`.trimEnd() })));
  const { definition } = reading;
  const problems = modes.flatMap((mode) => vectorProblems(definition, mode));
  if (problems.length > 0)
    throw new InputFault(problems.map((problem) => ({ ...problem, where: `${path} ${problem.where ?? ''}`.trimEnd() })));
  const canonical = Buffer.from(canonicalJson(value)).equals(bytes);
  return { definition, digest: digestOf(bytes), canonical };
}

function vectorProblems(definition: Definition, mode: 'generated' | 'closures'): readonly Problem[] {
  try {
    return vectorMismatches(definition, mode).map((mismatch) => problemOfMismatch(mismatch, mode));
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return [{ code: error.code, params: { name: error.at } }];
  }
}

function problemOfMismatch({ vector, expected, found }: VectorMismatch, mode: string): Problem {
  const text = ({ tier, score, playbooks }: VectorMismatch['found']): string =>
    `${tier ?? '–'} ${score ?? '–'} ${playbooks.join(', ') || '–'}`;
  return { code: 'definition.vector', params: { mode, expected: text(expected), found: text(found) }, where: `/vectors/${vector}` };
}
