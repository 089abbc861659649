// The analysis thread as the main thread sees it: ask, drop, and start again if it dies.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../http/refusal.ts';
import type { AnalysisAnswer, AnalysisMessage, QuestionKind, Questions } from './protocol.ts';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export interface AskOptions {
  /** A newer question of the same owner and kind ends this one with `preview.superseded`. */
  readonly owner?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface AnalysisOptions {
  readonly memoryMb: number;
  /** Folder of compiled code. */
  readonly codeCache: string | undefined;
  readonly onBug: (error: unknown) => void;
}

/** More questions than this wait for nobody. */
const MAX_WAITING = 200;

/** Owns one worker thread. Everything that reads customer data in bulk goes through here. */
export class AnalysisClient {
  readonly #options: AnalysisOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #newest = new Map<string, number>();
  #worker: Worker | undefined;
  #next = 1;
  #closed = false;

  constructor(options: AnalysisOptions) {
    this.#options = options;
  }

  /** Starts the thread, so that the first question does not wait for it. */
  start(): void {
    this.#worker ??= this.#open();
  }

  /** Asks a question. Rejects with a `Refusal` for what can be expected, with another error for a bug. */
  ask<K extends QuestionKind>(kind: K, ask: Questions[K]['ask'], options: AskOptions = {}): Promise<Questions[K]['answer']> {
    if (this.#closed) return Promise.reject(new Refusal('server.draining'));
    if (this.#waiting.size >= MAX_WAITING) return Promise.reject(new Refusal('server.busy', { headers: { 'Retry-After': '1' } }));
    const id = this.#next++;
    const owner = options.owner === undefined ? undefined : `${kind} ${options.owner}`;
    if (owner !== undefined) this.#supersede(owner, id);
    const answer = new Promise<Questions[K]['answer']>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#send({ type: 'ask', id, kind, ask });
    const drop = () => this.#drop(id, new Refusal('preview.superseded'));
    options.signal?.addEventListener('abort', drop, { once: true });
    return answer.finally(() => {
      options.signal?.removeEventListener('abort', drop);
      if (owner !== undefined && this.#newest.get(owner) === id) this.#newest.delete(owner);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
    this.#failAll(new Refusal('server.draining'));
  }

  #supersede(owner: string, id: number): void {
    const older = this.#newest.get(owner);
    if (older !== undefined) this.#drop(older, new Refusal('preview.superseded'));
    this.#newest.set(owner, id);
  }

  #drop(id: number, error: Refusal): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    this.#worker?.postMessage({ type: 'drop', id } satisfies AnalysisMessage);
    waiting.reject(error);
  }

  #send(message: AnalysisMessage): void {
    this.#worker ??= this.#open();
    this.#worker.postMessage(message);
  }

  #open(): Worker {
    const { memoryMb, codeCache, onBug } = this.#options;
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { memoryMb, codeCache }, env: {} });
    worker.on('message', (answer: AnalysisAnswer) => this.#settle(answer));
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#worker = undefined;
      onBug(error);
      this.#failAll(new Error('the analysis thread ended'));
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    worker.unref();
    return worker;
  }

  #settle(answer: AnalysisAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting.resolve(answer.answer as never);
    else if ('code' in answer)
      waiting.reject(
        new Refusal(answer.code, {
          params: answer.params,
          ...(answer.diagnostics === undefined ? {} : { diagnostics: answer.diagnostics }),
        }),
      );
    else waiting.reject(new Error(answer.bug));
  }

  #failAll(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
