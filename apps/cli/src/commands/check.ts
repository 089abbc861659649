// `tierflow check`: what is wrong with a flow, and where.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { type Call, type Command, textOptions } from '../command.ts';
import { problemOf } from '../fault.ts';
import { compileFlow } from '../flow/compile-flow.ts';
import { importFiles } from '../flow/import-files.ts';
import { readFlow } from '../flow/read-flow.ts';
import { dataFiles } from '../input/data-files.ts';
import { jsonLine } from '../output/report.ts';
import { print } from '../terminal/print.ts';
import { progressLine } from '../terminal/progress.ts';
import { problemLine, sentence } from '../words/messages.ts';
import { say } from '../words/own.ts';

export const check: Command = {
  options: { data: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  positionals: ['FLOW.json'],
  run: async (call) => {
    const { args, io, language } = call;
    const flow = await readFlow(args.positionals[0] ?? '');
    const diagnostics = await diagnosticsOf(flow, call);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    if (args.values['json'] === true) {
      await print(
        io.stdout,
        jsonLine({ diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, message: sentence(problemOf(diagnostic), language) })) }),
      );
    } else {
      const lines = diagnostics.map((diagnostic) => problemLine(problemOf(diagnostic), language, diagnostic.severity));
      const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
      await print(io.stdout, `${lines.join('')}${say(language, 'check.summary', { errors, warnings })}\n`);
    }
    return errors === 0 ? 0 : 1;
  },
};

async function diagnosticsOf(flow: Flow, { args, io, language }: Call): Promise<readonly Diagnostic[]> {
  const files = dataFiles(textOptions(args, 'data'));
  if (files.length === 0) return compileFlow(flow, []).diagnostics;
  const into = mkdtempSync(join(tmpdir(), 'tierflow-'));
  const progress = progressLine(io, language);
  try {
    return compileFlow(flow, await importFiles(flow, files, { into, signal: io.signal, onProgress: progress.imports })).diagnostics;
  } finally {
    progress.clear();
    rmSync(into, { recursive: true, force: true });
  }
}
