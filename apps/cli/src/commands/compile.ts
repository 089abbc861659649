// `tierflow compile`: a fitted definition as canonical bytes.
import { writeFile } from 'node:fs/promises';
import type { Command } from '../command.ts';
import { inputFault, UsageFault } from '../fault.ts';
import { withFlow } from '../flow/flow-options.ts';
import { fitFlow } from '../flow/run-flow.ts';
import { outOption } from '../input/out-option.ts';
import { print } from '../terminal/print.ts';
import { printRemarks } from '../terminal/remarks.ts';

export const compileCommand: Command = {
  options: { data: { type: 'string', multiple: true }, 'as-of': { type: 'string' }, out: { type: 'string', short: 'o' } },
  positionals: ['FLOW.json'],
  run: async (call) => {
    const { args, io, language } = call;
    const out = outOption(args);
    if (out === undefined) throw new UsageFault('usage.no-out');
    const fitted = await withFlow(call, fitFlow);
    printRemarks(fitted.diagnostics, io, language);
    await writeDefinition(out, fitted.bytes);
    return await print(io.stdout, `${fitted.digest}\n`);
  },
};

async function writeDefinition(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw inputFault('out.failed', { path, reason: error instanceof Error && 'code' in error ? String(error.code) : '' });
  }
}
