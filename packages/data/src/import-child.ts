// The process in which files are read: it takes one task from its parent, answers, and ends. It has no environment and no secrets.
import { constants, setPriority } from 'node:os';
import type { ChildAnswer, ChildTask } from './child-protocol.ts';
import { importGeneration } from './import-generation.ts';
import type { ImportProgress } from './import-request.ts';
import { type Outcome, Refusal } from './outcome.ts';
import { profileFile } from './profile/profile-file.ts';
import { readTextTable } from './text-table/read-text-table.ts';

const send = (answer: ChildAnswer): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) process.exit(1);
    process.send(answer, undefined, {}, () => resolve());
  });

/** Tells the progress and lets the loop turn, so that the end of the parent is noticed. */
async function onProgress(progress: ImportProgress): Promise<void> {
  await send({ kind: 'progress', progress });
}

async function answerOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, problem: { code: 'disk.full', params: {} } };
    if (code === 'EIO' || code === 'EACCES' || code === 'EROFS')
      return { ok: false, problem: { code: 'disk.failed', params: { reason: code } } };
    throw error;
  }
}

async function work(task: ChildTask): Promise<ChildAnswer> {
  switch (task.kind) {
    case 'import':
      return { kind: 'imported', outcome: await answerOf(() => importGeneration(task.request, task.temporary, onProgress)) };
    case 'profile':
      return { kind: 'profiled', outcome: await answerOf(() => profileFile(task.request, onProgress)) };
    case 'table':
      return { kind: 'tabled', outcome: await answerOf(() => readTextTable(task.request)) };
  }
}

async function run(task: ChildTask): Promise<void> {
  await send(await work(task));
  process.disconnect();
}

function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some platforms do not allow it; the import is then merely less polite.
  }
}

process.once('disconnect', () => process.exit(1));
process.once('message', (task: ChildTask) => {
  lowerPriority();
  process.removeAllListeners('disconnect');
  process.once('disconnect', () => process.exit(0));
  run(task).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(70);
  });
});
