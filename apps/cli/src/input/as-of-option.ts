// The `--as-of` option.
import { parseDay } from '@tierflow/definition';
import { type Arguments, textOption } from '../command.ts';
import { UsageFault } from '../fault.ts';

/** The day asked for. Throws UsageFault where it is no day. */
export function asOfOption(args: Arguments): string | undefined {
  const asOf = textOption(args, 'as-of');
  if (asOf !== undefined && parseDay(asOf) === undefined) throw new UsageFault('usage.as-of', { value: asOf });
  return asOf;
}
