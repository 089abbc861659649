// Keeps the facts up to date with the document: compiles in the browser at once, asks the runtime for counts.
import type { Preview } from '@tierflow/api';
import {
  type CollectionInfo,
  type Compilation,
  compile,
  type DataSchema,
  type DataSchemaResult,
  dataSchemaOf,
  type ImportedDataSet,
  type KindRegistry,
  type NodeFacts,
} from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import { type Flow, mapDataSets } from '@tierflow/flow';
import { type DocumentState, type DocumentStore, shownFlow, wholeFlow } from '../document/document-store.ts';
import type { Server } from '../server/server.ts';
import { type Counted, type FactsStore, noFacts, type Want } from './facts-store.ts';
import { fingerprints } from './fingerprint.ts';
import { type Asked, PreviewClient } from './preview-client.ts';

interface Options {
  readonly document: DocumentStore;
  readonly store: FactsStore;
  readonly server: Server;
  readonly kinds: KindRegistry;
  /** Names this window to the runtime. */
  readonly client: string;
}

/** A schema with what it was read from. */
interface SchemaRead {
  readonly data: Flow['data'];
  readonly nodes: Flow['nodes'] | undefined;
  readonly imported: readonly ImportedDataSet[] | null;
  readonly result: DataSchemaResult;
}

/** Milliseconds that a number of something tried out may stand for the one before. */
const patience = 250;

/** The keeper of the facts of one studio. */
export class Facts {
  readonly #options: Options;
  readonly #preview: PreviewClient;
  readonly #wants = new Map<symbol, Want>();
  /** Null until it is known what data there is: nothing is said of a flow before. */
  #data: readonly ImportedDataSet[] | null = null;
  #generation = '';
  #flow: Flow | null = null;
  /** The as-of day that is counted on; null for the data's. */
  #day: string | null = null;
  /** Of the flow on the screen. */
  #prints: ReadonlyMap<string, string> = new Map();
  #late: ReturnType<typeof setTimeout> | undefined;
  #schema: SchemaRead | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#preview = new PreviewClient(options.server, options.client, {
      answered: (asked, answer, milliseconds) => this.#answered(asked, answer, milliseconds),
      failed: (failure) => this.#patchPreview({ state: 'failed', failure }),
    });
    options.document.subscribe((state) => this.#follow(state));
  }

  /** The columns of the imported data in a state named `generation`; a new one is compiled and counted against at once. */
  setData(data: readonly ImportedDataSet[], generation: string): void {
    this.#data = data;
    this.#generation = generation;
    if (this.#flow === null) return;
    this.#compile(this.#flow);
    this.#ask(0);
  }

  /** Counts something beside the nodes for as long as it is wanted; answers how to end that. */
  want(want: Want): () => void {
    const token = Symbol('want');
    this.#wants.set(token, want);
    if (this.#flow !== null && !this.#answers(want)) this.#ask();
    return () => void this.#wants.delete(token);
  }

  /** The data the open flow is compiled against. */
  schema(): DataSchema {
    return this.#flow === null ? { collections: [] } : this.#schemaOf(this.#flow).schema;
  }

  /** Read anew only where something it depends on is another: a typed key changes none of it. */
  #schemaOf(flow: Flow): DataSchemaResult {
    const { data } = flow;
    const nodes = data === undefined ? flow.nodes : undefined;
    const last = this.#schema;
    if (last !== null && last.data === data && last.nodes === nodes && last.imported === this.#data) return last.result;
    const result = dataSchemaOf(flow, mapDataSets(data, this.#data ?? []));
    this.#schema = { data, nodes, imported: this.#data, result };
    return result;
  }

  /** The collections that aggregates can read, by name. */
  collections(): ReadonlyMap<string, CollectionInfo> {
    return new Map(
      this.schema().collections.map((set) => [
        set.name,
        { name: set.name, fields: set.fields, ...(set.time === undefined ? {} : { time: set.time }) },
      ]),
    );
  }

  /** Counts again, when asked to. */
  refresh(): void {
    this.#ask(0);
  }

  /** Whether everything wanted is at hand and current. */
  #answers({ columns = [], grids = [], shares = [], conditions = [], probes = [] }: Want): boolean {
    const { histograms, grids: cells, shares: sums, counts, prints } = this.#options.store.getState();
    const current = (print: string | undefined, node: string) => print !== undefined && print === prints.get(node);
    return (
      columns.every(({ node, column, bins = 0 }) => {
        const known = histograms.get(`${node}.${column}`);
        return current(known?.print, node) && (known?.value.values !== null || (known?.value.counts.length ?? 0) >= bins);
      }) &&
      grids.every(({ node, rows, columns: across }) => current(cells.get(`${node}.${rows}.${across}`)?.print, node)) &&
      shares.every(({ node, of, by }) => current(sums.get(`${node}.${of}.${by}`)?.print, node)) &&
      conditions.every((node) => current(counts.get(node)?.print, node) && counts.get(node)?.value.conditions !== undefined) &&
      probes.every((node) => current(counts.get(node)?.print, node) && counts.get(node)?.value.probes !== undefined)
    );
  }

  /** What is tried out is asked for at once: whoever drags waits for each answer. */
  #follow(state: DocumentState): void {
    const flow = shownFlow(state);
    const trial = state.trial !== null;
    const sameDay = state.day === this.#day;
    if (flow === this.#flow && sameDay) return;
    const before = this.#flow;
    this.#flow = flow;
    this.#day = state.day;
    if (flow === null) {
      this.#preview.stop();
      this.#options.store.setState(noFacts);
      return;
    }
    if (before?.id !== flow.id) this.#options.store.setState(noFacts);
    const sameRules =
      sameDay &&
      before !== null &&
      before.seasons === flow.seasons &&
      before.timeZone === flow.timeZone &&
      before.nodes === flow.nodes &&
      before.edges === flow.edges &&
      before.data === flow.data &&
      before.playbooks === flow.playbooks;
    if (sameRules) return;
    this.#compile(flow, trial);
    this.#ask(trial ? 0 : undefined, trial);
  }

  /**
   * A `calm` change lets the numbers stand as they are for a moment: while something is dragged, the next ones come before
   * the old ones could be dimmed.
   */
  #compile(flow: Flow, calm = false): void {
    if (this.#data === null) return;
    const schema = this.#schemaOf(flow);
    const fresh = this.#compiled(flow, schema.schema);
    const old = this.#prints;
    this.#prints = this.#printsOf(flow);
    const untouched = (id: string) => old.get(id) === this.#prints.get(id);
    const compilation = { ...fresh, nodes: steady(this.#options.store.getState().compilation?.nodes, fresh.nodes, untouched) };
    this.#options.store.setState((state) => ({
      compilation,
      prints: calm ? state.prints : this.#prints,
      diagnostics: allDiagnostics(schema, compilation, state.preview.answer),
    }));
  }

  /** What is said of the nodes as they are shown, and every remark on the flow in all its seasons. */
  #compiled(flow: Flow, schema: DataSchema): Compilation {
    const { kinds, document } = this.#options;
    const { seasons, ...shown } = flow;
    if (seasons === undefined) return compile(flow, kinds, schema);
    const { diagnostics } = compile(wholeFlow(document.getState()) ?? flow, kinds, schema);
    return { ...compile(shown, kinds, schema), diagnostics };
  }

  #printsOf(flow: Flow): ReadonlyMap<string, string> {
    return fingerprints(flow, this.#day === null ? this.#generation : `${this.#generation} ${this.#day}`);
  }

  /** From now on the numbers belong to what is on the screen, or are waited for. */
  #becomeLate(): void {
    this.#late = undefined;
    if (this.#flow === null) return;
    this.#options.store.setState({ prints: this.#prints });
    this.#patchPreview({ state: 'computing' });
  }

  #ask(wait?: number, calm = false): void {
    if (this.#flow === null || this.#data === null) return;
    if (!calm) {
      clearTimeout(this.#late);
      this.#late = undefined;
      this.#patchPreview({ state: 'computing' });
    } else this.#late ??= setTimeout(() => this.#becomeLate(), patience);
    this.#preview.ask({ flow: this.#flow, asOf: this.#day }, this.#unanswered(), wait);
  }

  /** What is wanted beside the counts, without pictures that already show the content on the screen. */
  #unanswered(): readonly Want[] {
    const { histograms, grids, shares } = this.#options.store.getState();
    const prints = this.#prints;
    return [...this.#wants.values()].map((want) => ({
      ...want,
      columns: want.columns?.filter(({ node, column, bins = 0 }) => {
        const known = histograms.get(`${node}.${column}`);
        return known === undefined || known.print !== prints.get(node) || (known.value.counts.length < bins && known.value.values === null);
      }),
      grids: want.grids?.filter(({ node, rows, columns }) => grids.get(`${node}.${rows}.${columns}`)?.print !== prints.get(node)),
      shares: want.shares?.filter(({ node, of, by }) => shares.get(`${node}.${of}.${by}`)?.print !== prints.get(node)),
    }));
  }

  #answered({ flow, asOf }: Asked, answer: Preview, milliseconds: number): void {
    // Numbers of another day are nobody's any more.
    if (asOf !== this.#day) return;
    const prints = flow === this.#flow ? this.#prints : this.#printsOf(flow);
    const printOf = (id: string) => prints.get(id) ?? '';
    const calm = this.#late !== undefined;
    if (flow === this.#flow) {
      clearTimeout(this.#late);
      this.#late = undefined;
    }
    const schema = this.#schemaOf(flow);
    this.#options.store.setState((state) => ({
      prints: calm ? prints : state.prints,
      counts: merged(state.counts, answer.nodes, printOf),
      histograms: merged(state.histograms, answer.histograms, (key) => printOf(nodeIn(key, prints))),
      grids: merged(state.grids, answer.grids, (key) => printOf(nodeIn(key, prints))),
      shares: merged(state.shares, answer.shares, (key) => printOf(nodeIn(key, prints))),
      preview: { state: 'done', answer, flow, failure: null, milliseconds },
      diagnostics: state.compilation === null ? answer.diagnostics : allDiagnostics(schema, state.compilation, answer),
    }));
    const { document } = this.#options;
    if (asOf === null && document.getState().dataDay !== answer.asOf) document.setDataDay(answer.asOf);
  }

  #patchPreview(change: Partial<ReturnType<FactsStore['getState']>['preview']>): void {
    this.#options.store.setState((state) => ({ preview: { ...state.preview, ...change } }));
  }
}

/** What is said of the nodes, with the old object wherever nothing new is said; nodes with the same fingerprint need no closer look. */
function steady(
  old: Compilation['nodes'] | undefined,
  next: Compilation['nodes'],
  untouched: (id: string) => boolean,
): Compilation['nodes'] {
  if (old === undefined) return next;
  const text = (facts: NodeFacts) => JSON.stringify([facts, [...facts.scope.values()], namesOf(facts)]);
  return new Map(
    [...next].map(([id, facts]) => {
      const was = old.get(id);
      const sameTitle = was !== undefined && JSON.stringify(was.title) === JSON.stringify(facts.title);
      return [id, was !== undefined && sameTitle && (untouched(id) || text(was) === text(facts)) ? was : facts];
    }),
  );
}

/** What the names of a node's formulas stand for, beyond the columns that arrive. */
function namesOf({ formulas, scope }: NodeFacts): unknown {
  return [...(formulas ?? [])].map(([path, { names, column, line }]) => [
    path,
    line,
    names().flatMap((name) => (column(name) === scope.get(name) && scope.has(name) ? [] : [[name, column(name)]])),
  ]);
}

/** New values in place of old ones; equal ones keep their identity, so that only what changed is drawn again. */
function merged<T>(
  old: ReadonlyMap<string, Counted<T>>,
  next: Readonly<Record<string, T>>,
  printOf: (key: string) => string,
): ReadonlyMap<string, Counted<T>> {
  const all = new Map(old);
  for (const [key, value] of Object.entries(next)) {
    const print = printOf(key);
    const was = all.get(key);
    if (was !== undefined && was.print === print && JSON.stringify(was.value) === JSON.stringify(value)) continue;
    all.set(key, { print, value });
  }
  return all;
}

/** The node of a key `node.column`; ids hold no dot. */
function nodeIn(key: string, prints: ReadonlyMap<string, string>): string {
  const id = key.slice(0, key.indexOf('.'));
  return prints.has(id) ? id : '';
}

/** Remarks of the compiler in the browser, and those only the runtime could make (while fitting). */
function allDiagnostics(schema: DataSchemaResult, compilation: Compilation, answer: Preview | null): readonly Diagnostic[] {
  const all = new Map<string, Diagnostic>();
  for (const diagnostic of [...schema.diagnostics, ...compilation.diagnostics]) all.set(keyOf(diagnostic), diagnostic);
  for (const diagnostic of answer?.diagnostics ?? []) {
    const stillThere = diagnostic.at.node === undefined || compilation.nodes.has(diagnostic.at.node);
    const fromFit = diagnostic.code.startsWith('fit.');
    if (stillThere && fromFit && !all.has(keyOf(diagnostic))) all.set(keyOf(diagnostic), diagnostic);
  }
  return [...all.values()];
}

function keyOf({ code, at }: Diagnostic): string {
  return `${code}|${at.node ?? ''}|${at.port ?? ''}|${at.path ?? ''}|${at.season ?? ''}`;
}
