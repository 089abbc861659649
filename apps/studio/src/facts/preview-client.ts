// Asks the runtime for counts: a short pause after an edit, one question at a time, only the newest answer counts.
import type { Preview, PreviewRequest } from '@tierflow/api';
import type { Flow } from '@tierflow/flow';
import type { Failure, Server } from '../server/server.ts';
import type { Want } from './facts-store.ts';

const pause = 40;
const retryFirst = 1500;
const retryMost = 15_000;

/** What is counted: a flow, on a civil day if it is not the data's. */
export interface Asked {
  readonly flow: Flow;
  readonly asOf: string | null;
}

interface Listener {
  readonly answered: (asked: Asked, answer: Preview, milliseconds: number) => void;
  readonly failed: (failure: Failure) => void;
}

/** The question for a flow and everything wanted beside its counts. */
export function questionOf(
  { flow, asOf }: Asked,
  wants: Iterable<Want>,
  client: string,
): Omit<PreviewRequest, 'columns'> & { columns: { node: string; column: string; bins?: number }[] } {
  const ids = new Set(flow.nodes.map((node) => node.id));
  const columns = new Map<string, { node: string; column: string; bins?: number }>();
  const grids = new Map<string, PreviewRequest['grids'][number]>();
  const shares = new Map<string, PreviewRequest['shares'][number]>();
  const conditions = new Set<string>();
  const probes = new Set<string>();
  for (const want of wants) {
    for (const column of want.columns ?? []) {
      const old = columns.get(`${column.node}.${column.column}`);
      if (old === undefined || (column.bins ?? 0) > (old.bins ?? 0)) columns.set(`${column.node}.${column.column}`, { ...column });
    }
    for (const { rowEdges, columnEdges, ...grid } of want.grids ?? [])
      grids.set(`${grid.node}.${grid.rows}.${grid.columns}`, {
        ...grid,
        ...(rowEdges === undefined ? {} : { rowEdges: [...rowEdges] }),
        ...(columnEdges === undefined ? {} : { columnEdges: [...columnEdges] }),
      });
    for (const each of want.shares ?? []) shares.set(`${each.node}.${each.of}.${each.by}`, each);
    for (const node of want.conditions ?? []) conditions.add(node);
    for (const node of want.probes ?? []) probes.add(node);
  }
  const there = <T extends { readonly node: string }>(list: Iterable<T>) => [...list].filter((item) => ids.has(item.node));
  return {
    flow,
    client,
    ...(asOf === null ? {} : { asOf }),
    columns: there(columns.values()).slice(0, 40),
    grids: there(grids.values()).slice(0, 10),
    shares: there(shares.values()).slice(0, 10),
    conditions: [...conditions].filter((id) => ids.has(id)).slice(0, 20),
    probes: [...probes].filter((id) => ids.has(id)).slice(0, 20),
  };
}

/** A client for one window; `client` names it, so that the runtime drops its older questions too. */
export class PreviewClient {
  readonly #server: Server;
  readonly #client: string;
  readonly #listener: Listener;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;
  #retry = retryFirst;

  constructor(server: Server, client: string, listener: Listener) {
    this.#server = server;
    this.#client = client;
    this.#listener = listener;
  }

  /** Asks for a flow's counts; an older question is given up. */
  ask(asked: Asked, wants: Iterable<Want>, wait = pause): void {
    const wanted = [...wants];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(asked, wanted), wait);
  }

  /** Gives up whatever is under way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
  }

  async #send(asked: Asked, wants: readonly Want[]): Promise<void> {
    this.#running?.abort();
    const controller = new AbortController();
    this.#running = controller;
    const start = performance.now();
    const answer = await this.#server.call('preview', { body: questionOf(asked, wants, this.#client), signal: controller.signal });
    if (this.#running !== controller) return;
    this.#running = null;
    if (answer.ok) {
      this.#retry = retryFirst;
      this.#listener.answered(asked, answer.value, performance.now() - start);
      return;
    }
    const { failure } = answer;
    if (failure.kind === 'aborted' || (failure.kind === 'problem' && failure.problem.code === 'preview.superseded')) return;
    this.#listener.failed(failure);
    const passing = failure.kind === 'network' || failure.problem.code === 'server.busy' || failure.problem.code === 'server.draining';
    if (!passing) return;
    this.#timer = setTimeout(() => void this.#send(asked, wants), this.#retry);
    this.#retry = Math.min(retryMost, this.#retry * 2);
  }
}
