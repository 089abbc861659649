// `tierflow serve`: starts the runtime as its own process and ends with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Command, type ExitCode, textOption } from '../command.ts';
import { UsageFault } from '../fault.ts';

export const serve: Command = {
  options: { port: { type: 'string' }, host: { type: 'string' }, 'data-dir': { type: 'string' }, 'no-examples': { type: 'boolean' } },
  positionals: [],
  run: async ({ args, io }) => {
    const port = textOption(args, 'port');
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) throw new UsageFault('usage.port', { value: port });
    const host = textOption(args, 'host');
    const folder = textOption(args, 'data-dir');
    const env = {
      ...io.env,
      ...(port === undefined ? {} : { PORT: port }),
      ...(host === undefined ? {} : { HOST: host }),
      ...(folder === undefined ? {} : { TIERFLOW_DATA: folder }),
      ...(args.values['no-examples'] === true ? { TIERFLOW_EXAMPLES: '0' } : {}),
    };
    const main = fileURLToPath(new URL('main.ts', import.meta.resolve('@tierflow/runtime')));
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(io.stdout, { end: false });
    child.stderr.pipe(io.stderr, { end: false });
    const stop = (): void => {
      child.kill('SIGTERM');
    };
    io.signal.addEventListener('abort', stop, { once: true });
    const [code]: (number | null)[] = await once(child, 'close');
    io.signal.removeEventListener('abort', stop);
    return endOf(code, io.signal.aborted);
  },
};

/** Ended when it was asked to is done; anything else is what the runtime says. */
function endOf(code: number | null | undefined, asked: boolean): ExitCode {
  return code === 0 || asked ? 0 : 1;
}
