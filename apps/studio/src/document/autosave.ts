// Saves the draft by itself: at most two seconds after a change, never over somebody else's, never losing work.
import { canonicalJson } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { Server } from '../server/server.ts';
import type { DocumentStore, SaveState } from './document-store.ts';
import { dropUnsaved, keepUnsaved } from './unsaved.ts';

/** Quiet time after a change, and the longest wait while changes go on. */
const quiet = 600;
const longest = 1800;
const retryFirst = 1500;
const retryMost = 15_000;

export interface AutosaveOptions {
  readonly document: DocumentStore;
  readonly server: Server;
  readonly storage: Storage;
  /** The content the server has. */
  readonly saved: Flow;
  /** ETag of the draft that was opened; null if there is none yet. */
  readonly etag: string | null;
}

/** Watches the open document and keeps the server's draft equal to it, until it is stopped. */
export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #id: string;
  readonly #unsubscribe: () => void;
  #saved: Flow;
  #etag: string | null;
  #since = 0;
  #retry = retryFirst;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#id = options.saved.id;
    this.#saved = options.saved;
    this.#etag = options.etag;
    this.#unsubscribe = options.document.subscribe((state, before) => {
      if (state.history?.present !== before.history?.present) this.#changed();
    });
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('online', this.#online);
    this.#changed();
  }

  /** ETag of the draft on the server as last seen. */
  get etag(): string | null {
    return this.#etag;
  }

  /** Ends the watching; what is not saved is sent at once. */
  stop(): void {
    this.#unsubscribe();
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('online', this.#online);
    void this.#send(true);
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Sends what is not saved now, and waits for it. True if the server has everything. */
  async flush(): Promise<boolean> {
    await this.#send(false);
    return this.#present() === this.#saved;
  }

  /** Lets the empty canvas take the place of the saved nodes. */
  async saveEmptied(): Promise<void> {
    const flow = this.#present();
    if (flow === undefined || this.#options.document.getState().save.state !== 'emptied') return;
    this.#say({ state: 'saving' });
    this.#sending = this.#put(flow, { emptied: true });
    await this.#sending;
    this.#sending = null;
  }

  /** In a conflict: puts this content over the other one. */
  keepMine(): void {
    const { save } = this.#options.document.getState();
    if (save.state !== 'conflict') return;
    this.#etag = save.etag;
    this.#options.document.setSave({ state: 'waiting' });
    this.#plan(0);
  }

  /** Takes a content as saved: the other's, after it was put into the document. */
  accept(flow: Flow, etag: string): void {
    this.#etag = etag;
    this.#saved = flow;
    dropUnsaved(this.#options.storage, this.#id);
    this.#options.document.setSave({ state: 'saved' });
  }

  /** The draft got a new ETag without a new content, by publishing. */
  renew(etag: string): void {
    this.#etag = etag;
  }

  /** Saves against an older state of the draft, which the server then refuses: the way to find out what changed meanwhile. */
  expect(etag: string | null): void {
    this.#etag = etag ?? '"none"';
  }

  readonly #leave = (): void => void this.#send(true);
  readonly #online = (): void => this.#plan(0);

  #present(): Flow | undefined {
    const flow = this.#options.document.getState().history?.present;
    return flow?.id === this.#id ? flow : undefined;
  }

  #plan(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(false), wait);
  }

  #say(save: SaveState): void {
    if (!this.#stopped) this.#options.document.setSave(save);
  }

  #changed(): void {
    const flow = this.#present();
    if (flow === undefined) return;
    const { state } = this.#options.document.getState().save;
    if (flow === this.#saved) {
      clearTimeout(this.#timer);
      dropUnsaved(this.#options.storage, this.#id);
      if (this.#sending === null && state !== 'saved') this.#say({ state: 'saved' });
      return;
    }
    keepUnsaved(this.#options.storage, { flow, etag: this.#etag });
    if (state === 'conflict' || this.#isEmptied(flow)) return;
    const now = performance.now();
    if (this.#since === 0) this.#since = now;
    if (state !== 'offline') this.#say({ state: 'waiting' });
    this.#plan(Math.max(0, Math.min(quiet, this.#since + longest - now)));
  }

  /** An empty canvas does not take the place of saved nodes by itself. */
  #isEmptied(flow: Flow): boolean {
    if (flow.nodes.length > 0 || this.#saved.nodes.length === 0) return false;
    clearTimeout(this.#timer);
    this.#since = 0;
    this.#say({ state: 'emptied', saved: this.#saved });
    return true;
  }

  async #send(keepalive: boolean): Promise<void> {
    if (this.#sending !== null) await this.#sending;
    const flow = this.#present();
    const { state } = this.#options.document.getState().save;
    if (flow === undefined || flow === this.#saved || state === 'conflict' || this.#stopped) return;
    if (this.#isEmptied(flow)) return;
    clearTimeout(this.#timer);
    this.#since = 0;
    if (state !== 'offline') this.#say({ state: 'saving' });
    this.#sending = this.#put(flow, { keepalive });
    await this.#sending;
    this.#sending = null;
  }

  async #put(flow: Flow, { keepalive = false, emptied = false }): Promise<void> {
    const condition: Record<string, string> = this.#etag === null ? { 'If-None-Match': '*' } : { 'If-Match': this.#etag };
    const query = emptied ? ({ emptied: 'true' } as const) : {};
    const request = { path: { id: this.#id }, query, body: flow, headers: condition, keepalive };
    const answer = await this.#options.server.call('putDraft', request);
    if (answer.ok) return this.#stored(flow, answer.etag);
    if (answer.failure.kind === 'problem') {
      if (answer.failure.problem.code === 'precondition.failed') return this.#conflict();
      return this.#say({ state: 'failed', reason: answer.failure.problem.detail });
    }
    this.#say({ state: 'offline' });
    this.#plan(this.#retry);
    this.#retry = Math.min(retryMost, this.#retry * 2);
  }

  #stored(flow: Flow, etag: string | null): void {
    this.#etag = etag;
    this.#saved = flow;
    this.#retry = retryFirst;
    const current = this.#stopped || this.#present() === flow;
    if (current) dropUnsaved(this.#options.storage, this.#id);
    this.#say({ state: current ? 'saved' : 'waiting' });
    if (!current) this.#plan(quiet);
  }

  async #conflict(): Promise<void> {
    const theirs = await this.#options.server.call('getDraft', { path: { id: this.#id } });
    if (theirs.ok && theirs.etag !== null) {
      if (canonicalJson(theirs.value) !== canonicalJson(this.#saved))
        return this.#say({ state: 'conflict', theirs: theirs.value, etag: theirs.etag });
      // Published elsewhere: a new ETag for the content that stands here.
      this.#etag = theirs.etag;
      this.#say({ state: 'waiting' });
      return this.#plan(0);
    }
    this.#say({ state: 'offline' });
    this.#plan(this.#retry);
  }
}
