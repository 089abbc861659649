// Starts the import process and listens to it. It can be cancelled at any time; a killed import leaves nothing visible.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ChildAnswer, ChildTask } from './child-protocol.ts';
import type { ImportProgress } from './import-request.ts';
import type { Outcome } from './outcome.ts';

export interface TaskOptions {
  /** Cancels: the process is killed, the answer is `import.cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told what the process wrote about its own death; for the log, never for people. */
  readonly onCrash?: (text: string) => void;
  /** Folder of compiled code (`NODE_COMPILE_CACHE` of the process), so that it starts quicker; all else of its environment is empty. */
  readonly codeCache?: string;
  /** Told the id of the process once it runs. */
  readonly onStart?: (pid: number) => void;
}

type Final = Exclude<ChildAnswer, { kind: 'progress' }>;

/** The module as source or as built JavaScript, whichever stands beside this file. */
function childModule(): string {
  const source = fileURLToPath(new URL('./import-child.ts', import.meta.url));
  return existsSync(source) ? source : fileURLToPath(new URL('./import-child.js', import.meta.url));
}

const failed = (code: string, reason: string): { readonly kind: 'failed'; readonly outcome: Outcome<never> } => ({
  kind: 'failed',
  outcome: { ok: false, problem: { code, params: { reason } } },
});

/** Runs one task in a process of its own with an empty environment. */
export function runInChild(task: ChildTask, options: TaskOptions): Promise<Final | ReturnType<typeof failed>> {
  return new Promise((resolve) => {
    if (options.signal?.aborted === true) {
      resolve(failed('import.cancelled', ''));
      return;
    }
    const child = fork(childModule(), [], {
      env: options.codeCache === undefined ? {} : { NODE_COMPILE_CACHE: options.codeCache },
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'json',
    });
    let answer: Final | undefined;
    let words = '';
    const cancel = () => child.kill('SIGKILL');
    options.signal?.addEventListener('abort', cancel, { once: true });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2000);
    });
    child.on('message', (message: ChildAnswer) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress);
      else answer = message;
    });
    const end = (code: number | null, signal: string | null) => {
      options.signal?.removeEventListener('abort', cancel);
      if (answer !== undefined) resolve(answer);
      else if (options.signal?.aborted === true) resolve(failed('import.cancelled', ''));
      else {
        options.onCrash?.(words);
        resolve(failed('import.crashed', signal ?? String(code ?? '')));
      }
    };
    child.once('error', (error) => {
      words = error.message;
      if (child.pid === undefined) end(null, null);
    });
    child.once('close', end);
    child.once('spawn', () => {
      if (child.pid !== undefined) options.onStart?.(child.pid);
      child.send(task, (error) => {
        if (error !== null) child.kill('SIGKILL');
      });
    });
  });
}
