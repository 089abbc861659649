// `tierflow decide`: records on standard input, decisions on standard output.
import { once } from 'node:events';
import { DefinitionError, decider } from '@tierflow/evaluator';
import type { Command } from '../command.ts';
import { lineDecider, linesOf } from '../definition/decide-lines.ts';
import { openDefinition } from '../definition/open-definition.ts';
import { inputFault } from '../fault.ts';
import { asOfOption } from '../input/as-of-option.ts';
import { say } from '../words/own.ts';

export const decide: Command = {
  options: { 'as-of': { type: 'string' }, trace: { type: 'boolean' } },
  positionals: ['DEFINITION.json'],
  run: async ({ args, io, language }) => {
    const asOf = asOfOption(args);
    const path = args.positionals[0] ?? '';
    const { definition, digest } = await openDefinition(path, ['generated']);
    if (asOf === undefined && definition.fittedOn === null) throw inputFault('as-of.none', {}, path);
    const answers = lineDecider(
      ready(definition, digest, path),
      { trace: args.values['trace'] === true, language, ...(asOf === undefined ? {} : { asOf }) },
      language,
    );
    const stop = (): void => {
      io.stdin.destroy();
    };
    io.signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const lines of linesOf(io.stdin)) {
        const text = lines.map(answers.answer).join('');
        if (!io.stdout.write(text)) await once(io.stdout, 'drain');
      }
    } catch (error) {
      // A stream that is ended from outside ends the work; every other error is one.
      if (!io.signal.aborted) throw error;
      return 1;
    }
    if (answers.bad() === 0) return 0;
    io.stderr.write(`${say(language, 'decide.bad-lines', { bad: answers.bad(), lines: answers.lines() })}\n`);
    return 1;
  },
};

function ready(definition: Parameters<typeof decider>[0], digest: string, path: string): ReturnType<typeof decider> {
  try {
    return decider(definition, { digest });
  } catch (error) {
    if (error instanceof DefinitionError) throw inputFault(error.code, { name: error.at }, path);
    throw error;
  }
}
