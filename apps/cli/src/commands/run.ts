// `tierflow run`: fit and apply once, print counts.
import type { Command } from '../command.ts';
import { withFlow } from '../flow/flow-options.ts';
import { runFlow } from '../flow/run-flow.ts';
import { outOption } from '../input/out-option.ts';
import { jsonLine, reportOf } from '../output/report.ts';
import { runText } from '../output/run-text.ts';
import { outFormat, writeRows } from '../output/write-rows.ts';
import { print } from '../terminal/print.ts';
import { printRemarks } from '../terminal/remarks.ts';

export const run: Command = {
  options: {
    data: { type: 'string', multiple: true },
    'as-of': { type: 'string' },
    previous: { type: 'string' },
    out: { type: 'string' },
    raw: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: ['FLOW.json'],
  run: async (call) => {
    const { args, io, language } = call;
    const out = outOption(args);
    if (out !== undefined) outFormat(out);
    const { result, source } = await withFlow(call, async (request) => {
      const done = await runFlow(request);
      if (out !== undefined) await writeRows(done, out, { raw: args.values['raw'] === true });
      return { result: done, source: sourceOf(request.flow.nodes) };
    });
    const report = reportOf(result, source);
    printRemarks(result.diagnostics, io, language);
    return await print(io.stdout, args.values['json'] === true ? jsonLine(report) : runText(result, report, language));
  },
};

/** The data set of the first source. */
function sourceOf(nodes: readonly { readonly kind: string; readonly config: { readonly [name: string]: unknown } }[]): string | undefined {
  const data = nodes.find(({ kind }) => kind === 'source')?.config['data'];
  return typeof data === 'string' ? data : undefined;
}
