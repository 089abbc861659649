// The `--out` option: a file that is not one of those that are read.
import { realpathSync } from 'node:fs';
import { type Arguments, textOption, textOptions } from '../command.ts';
import { UsageFault } from '../fault.ts';

/** Where the result goes. Throws UsageFault where it would overwrite an input. */
export function outOption(args: Arguments): string | undefined {
  const out = textOption(args, 'out');
  const target = out === undefined ? undefined : existing(out);
  if (out === undefined || target === undefined) return out;
  const inputs = [
    ...args.positionals,
    textOption(args, 'previous') ?? '',
    ...textOptions(args, 'data').map((option) => option.slice(option.indexOf('=') + 1)),
  ];
  if (inputs.some((input) => existing(input) === target)) throw new UsageFault('usage.out-is-input', { path: out });
  return out;
}

function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
