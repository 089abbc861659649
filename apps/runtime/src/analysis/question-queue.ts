// The questions of the analysis thread: the quick ones first, one at a time, and what was dropped is stopped.
import type { MessagePort } from 'node:worker_threads';
import { DefinitionError, SweepStopped } from '@tierflow/evaluator';
import { answer } from './answer.ts';
import type { AnalysisAnswer, AnalysisMessage, QuestionKind } from './protocol.ts';
import { Refused } from './refused.ts';
import { Workbench } from './workbench.ts';

interface Task {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly ask: unknown;
  dropped: boolean;
}

/** People wait for the first, machines for the last. */
const ORDER: Readonly<Record<QuestionKind, number>> = {
  preview: 0,
  rows: 0,
  explain: 0,
  record: 0,
  search: 0,
  clusters: 1,
  pairs: 1,
  samples: 1,
  impact: 1,
  tierMoves: 1,
  clusterTrial: 1,
  prepare: 2,
  records: 3,
  apply: 3,
};

/** Answers what comes in over the port, for as long as the thread lives. */
export function answerQuestions(port: MessagePort, memoryMb: number): void {
  const bench = new Workbench(memoryMb);
  const tasks: Task[] = [];
  let busy = false;
  const work = async (): Promise<void> => {
    busy = true;
    for (let task = next(tasks); task !== undefined; task = next(tasks)) {
      if (!task.dropped) {
        const result = await settle(bench, task);
        if (!task.dropped) port.postMessage(result);
      }
      tasks.splice(tasks.indexOf(task), 1);
      await turn();
    }
    busy = false;
  };
  port.on('message', (message: AnalysisMessage) => {
    if (message.type === 'drop') {
      const task = tasks.find(({ id }) => id === message.id);
      if (task !== undefined) task.dropped = true;
      return;
    }
    tasks.push({ ...message, dropped: false });
    if (!busy) void work();
  });
}

/** The most urgent that waits; among equals the oldest. */
function next(tasks: readonly Task[]): Task | undefined {
  return tasks.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.id - b.id)[0];
}

/** Lets messages in, so that a newer question can drop the one at hand. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function settle(bench: Workbench, task: Task): Promise<AnalysisAnswer> {
  const pause = async (): Promise<boolean> => {
    await turn();
    return !task.dropped;
  };
  try {
    return { id: task.id, ok: true, answer: await answer(bench, task.kind, task.ask, pause) };
  } catch (error) {
    if (error instanceof Refused) {
      const { code, params, diagnostics } = error;
      return { id: task.id, ok: false, code, params, ...(diagnostics === undefined ? {} : { diagnostics }) };
    }
    if (error instanceof SweepStopped) return { id: task.id, ok: false, code: 'preview.superseded', params: {} };
    if (error instanceof DefinitionError) {
      return {
        id: task.id,
        ok: false,
        code: 'preview.failed',
        params: {},
        diagnostics: [{ code: error.code, severity: 'error', at: {}, params: { at: error.at } }],
      };
    }
    return { id: task.id, ok: false, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
