// `tierflow profile`: what is in a file.
import { profile } from '@tierflow/data';
import { type Command, textOption } from '../command.ts';
import { InputFault } from '../fault.ts';
import { profileText } from '../output/profile-text.ts';
import { jsonLine } from '../output/report.ts';
import { print } from '../terminal/print.ts';
import { progressLine } from '../terminal/progress.ts';

export const profileCommand: Command = {
  options: { encoding: { type: 'string' }, delimiter: { type: 'string' }, 'time-zone': { type: 'string' }, json: { type: 'boolean' } },
  positionals: ['FILE'],
  run: async ({ args, io, language }) => {
    const source = args.positionals[0] ?? '';
    const encoding = textOption(args, 'encoding');
    const delimiter = textOption(args, 'delimiter');
    const timeZone = textOption(args, 'time-zone');
    const progress = progressLine(io, language);
    const outcome = await profile(
      {
        source,
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
        ...(timeZone === undefined ? {} : { timeZone }),
      },
      { signal: io.signal, onProgress: (step) => progress.imports({ name: source, path: source }, step) },
    );
    progress.clear();
    if (!outcome.ok) throw new InputFault([{ ...outcome.problem, where: source }]);
    return await print(io.stdout, args.values['json'] === true ? jsonLine(outcome.value) : profileText(source, outcome.value, language));
  },
};
