// `tierflow verify`: whether a definition file is what it says, here and everywhere.
import { type Command, textOption } from '../command.ts';
import { openDefinition } from '../definition/open-definition.ts';
import { inputFault, UsageFault } from '../fault.ts';
import { print } from '../terminal/print.ts';

export const verify: Command = {
  options: { digest: { type: 'string' } },
  positionals: ['DEFINITION.json'],
  run: async ({ args, io }) => {
    const expected = textOption(args, 'digest');
    if (expected !== undefined && !/^sha256:[0-9a-f]{64}$/.test(expected)) throw new UsageFault('usage.digest', { value: expected });
    const path = args.positionals[0] ?? '';
    const { digest, canonical } = await openDefinition(path, ['closures', 'generated']);
    if (!canonical) throw inputFault('definition.not-canonical', {}, path);
    if (expected !== undefined && expected !== digest) throw inputFault('definition.digest', { expected, found: digest }, path);
    return await print(io.stdout, `${digest}\n`);
  },
};
