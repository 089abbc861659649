// What `run` and `compile` share: the flow file, its data, the as-of day.
import { type Call, textOption, textOptions } from '../command.ts';
import { UsageFault } from '../fault.ts';
import { asOfOption } from '../input/as-of-option.ts';
import { dataFiles } from '../input/data-files.ts';
import { progressLine } from '../terminal/progress.ts';
import { readFlow } from './read-flow.ts';
import type { FitRequest } from './run-flow.ts';

/** Reads the command line and the flow into a request, and runs `work` with progress shown. */
export async function withFlow<T>({ args, io, language }: Call, work: (request: FitRequest) => Promise<T>): Promise<T> {
  const asOf = asOfOption(args);
  const previous = textOption(args, 'previous');
  const options = textOptions(args, 'data');
  if (options.length === 0) throw new UsageFault('usage.no-data');
  const files = dataFiles(options);
  const flow = await readFlow(args.positionals[0] ?? '');
  const progress = progressLine(io, language);
  try {
    const shown = { onProgress: progress.imports, onFit: progress.fits };
    return await work({
      flow,
      files,
      signal: io.signal,
      ...shown,
      ...(asOf === undefined ? {} : { asOf }),
      ...(previous === undefined ? {} : { previous }),
    });
  } finally {
    progress.clear();
  }
}
