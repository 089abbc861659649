// The analysis thread: finds compiled code first, then loads everything and answers questions.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const { memoryMb, codeCache } = workerData as { readonly memoryMb: number; readonly codeCache: string | undefined };
if (parentPort === null) throw new Error('the analysis thread is started by the runtime');
if (codeCache !== undefined) enableCompileCache(codeCache);
const { answerQuestions } = await import('./question-queue.ts');
answerQuestions(parentPort, memoryMb);
if (codeCache !== undefined) flushCompileCache();
