// Reads all records of a source into columns. Rows in = loaded + rejected, with the line of everything that was left out.
import { type AnyBuilder, builderFor, StringBuilder } from '../columns/builder.ts';
import { type BuilderContext, grown } from '../columns/cell.ts';
import { type BrokenRecord, type Cells, EMPTY_TEXT, ESCAPED, type RecordSink, unescapeInto } from '../csv/scanner.ts';
import { MAX_LINE_BYTES, MAX_ROWS } from '../limits.ts';
import { Refusal } from '../outcome.ts';
import type { DecimalMark } from '../values/number.ts';
import { decided } from './decide.ts';
import type { ColumnPlan } from './plan.ts';
import type { RecordSource } from './record-source.ts';
import { excerpt, type RejectLog } from './rejects.ts';

export interface LoadedColumn {
  readonly plan: ColumnPlan;
  readonly builder: AnyBuilder;
  readonly unreadable: number;
}

export interface Loaded {
  readonly rows: number;
  /** Line of the file on which each row begins. */
  readonly lines: Uint32Array;
  readonly columns: readonly LoadedColumn[];
  readonly blankLines: number;
}

export interface LoadProgress {
  readonly bytes: number;
  readonly rows: number;
  readonly rejected: number;
}

interface Slot {
  readonly plan: ColumnPlan;
  /** Undefined once a guessed rule has failed: the column is read again as text. */
  builder: AnyBuilder | undefined;
  unreadable: number;
}

/** Takes records into builders; with `skip`, the ordinals of records that an earlier pass rejected. */
class RowSink implements RecordSink {
  rows = 0;
  lines = new Uint32Array(0);
  readonly rejected: number[] = [];
  readonly #slots: readonly Slot[];
  readonly #width: number;
  readonly #rejects: RejectLog;
  readonly #context: BuilderContext;
  readonly #quote: number;
  #ordinal = 0;
  #capacity = 0;
  #scratch = new Uint8Array(1 << 16);

  constructor(slots: readonly Slot[], source: RecordSource, rejects: RejectLog, context: BuilderContext) {
    this.#slots = slots;
    this.#width = source.columns.length;
    this.#rejects = rejects;
    this.#context = context;
    this.#quote = source.quote;
    this.#grow(Math.max(16, source.expectedRecords));
  }

  #grow(capacity: number): void {
    if (capacity > MAX_ROWS) throw new Refusal('rows.tooMany', { limit: MAX_ROWS });
    this.lines = grown(this.lines, capacity, this.#context.budget);
    for (const slot of this.#slots) slot.builder?.grow(capacity);
    this.#capacity = capacity;
  }

  broken(record: BrokenRecord): void {
    this.rejected.push(this.#ordinal++);
    const { reason, line, column } = record;
    this.#rejects.add({ line, column, reason, raw: excerpt(record.bytes, record.from, record.to) });
  }

  /** Rejects the record at hand. */
  #reject(reason: string, cells: Cells, line: number, column: string | null): void {
    this.rejected.push(this.#ordinal - 1);
    this.#rejects.add({ line, column, reason, raw: excerpt(cells.bytes, cells.from, cells.to) });
  }

  record(cells: Cells, line: number): void {
    this.#ordinal++;
    if (cells.count !== this.#width) {
      this.#reject(cells.count < this.#width ? 'row.tooShort' : 'row.tooLong', cells, line, null);
      return;
    }
    if (this.rows === this.#capacity) this.#grow(Math.ceil(this.#capacity * 1.5));
    for (let index = 0; index < this.#slots.length; index++) {
      const slot = this.#slots[index] as Slot;
      if (slot.builder === undefined || this.#put(slot, slot.builder, cells, index)) continue;
      if (!this.#failed(slot, cells, index, line)) return;
    }
    this.lines[this.rows] = line;
    this.rows++;
  }

  #put(slot: Slot, builder: AnyBuilder, cells: Cells, index: number): boolean {
    const start = cells.start[index] as number;
    const end = cells.end[index] as number;
    const flags = cells.flags[index] as number;
    const row = this.rows;
    if (start === end) {
      if (slot.plan.required) return false;
      if (flags === EMPTY_TEXT && builder instanceof StringBuilder && !slot.plan.person) return builder.put(row, cells.bytes, start, end);
      builder.missing(row);
      return true;
    }
    if (flags !== ESCAPED) return builder.put(row, cells.bytes, start, end) && !(slot.plan.required && isMissingText(builder, row));
    if (end - start > this.#scratch.length) this.#scratch = new Uint8Array(Math.min(MAX_LINE_BYTES * 2, (end - start) * 2));
    return builder.put(row, this.#scratch, 0, unescapeInto(this.#scratch, cells, index, this.#quote));
  }

  /** What a cell that could not be read does to its row; false where the row is out. */
  #failed(slot: Slot, cells: Cells, index: number, line: number): boolean {
    const { plan } = slot;
    const start = cells.start[index] as number;
    const end = cells.end[index] as number;
    if (plan.required && (start === end || plan.rule.type === 'string')) {
      this.#reject('key.missing', cells, line, plan.name);
      return false;
    }
    if (plan.certainty === 'guessed') {
      slot.builder = undefined;
      return true;
    }
    const reason = `value.${plan.rule.type}`;
    if (plan.onError === 'missing') {
      slot.builder?.missing(this.rows);
      slot.unreadable++;
      this.#rejects.add({ line, column: plan.name, reason, raw: excerpt(cells.bytes, start, end), kept: true });
      return true;
    }
    this.#reject(reason, cells, line, plan.name);
    return false;
  }
}

const isMissingText = (builder: AnyBuilder, row: number): boolean => builder instanceof StringBuilder && builder.codes[row] === 0;

/** Hands on only the records that an earlier pass kept. */
function without(rejected: readonly number[], sink: RecordSink): RecordSink {
  let ordinal = -1;
  let next = 0;
  const dropped = (): boolean => {
    ordinal++;
    if (rejected[next] !== ordinal) return false;
    next++;
    return true;
  };
  return {
    record: (cells, line) => {
      if (!dropped()) sink.record(cells, line);
    },
    broken: () => {
      dropped();
    },
  };
}

export interface LoadRequest {
  readonly source: RecordSource;
  readonly plans: readonly ColumnPlan[];
  readonly context: BuilderContext;
  readonly rejects: RejectLog;
  readonly preferredMark: DecimalMark;
  /** Awaited between pieces: the place to tell the progress and to notice an end. */
  readonly onProgress: (progress: LoadProgress) => Promise<void>;
}

/**
 * One pass under the guessed rules; columns whose guess failed are read once more as text, and their rule is found from all of
 * their values. So the result never depends on which rows happened to come first.
 */
export async function load(request: LoadRequest): Promise<Loaded> {
  const { source, plans, context, rejects } = request;
  const slots: Slot[] = plans.map((plan) => ({ plan, builder: builderFor(plan.rule, context), unreadable: 0 }));
  const sink = new RowSink(slots, source, rejects, context);
  const counts = await source.scan(sink, (bytes) => request.onProgress({ bytes, rows: sink.rows, rejected: rejects.rows }));
  const again = slots.filter((slot) => slot.builder === undefined);
  if (again.length > 0) {
    const second: Slot[] = slots.map((slot) => ({
      plan: { ...slot.plan, certainty: 'open', required: false },
      unreadable: 0,
      builder: slot.builder === undefined ? builderFor({ type: 'string', form: 'text' }, context) : undefined,
    }));
    const repeat = new RowSink(second, source, rejects, context);
    await source.scan(without(sink.rejected, repeat), () =>
      request.onProgress({ bytes: source.bytes, rows: sink.rows, rejected: rejects.rows }),
    );
    if (repeat.rows !== sink.rows) throw new Refusal('file.changed', {});
    slots.forEach((slot, index) => {
      if (slot.builder === undefined) slot.builder = second[index]?.builder;
    });
  }
  const columns = slots.map((slot): LoadedColumn => {
    const builder = slot.builder ?? builderFor({ type: 'string', form: 'text' }, context);
    const { plan, unreadable } = slot;
    const reread = again.includes(slot) || plan.certainty === 'open';
    if (!reread || !(builder instanceof StringBuilder)) return { plan, unreadable, builder };
    const preferred = request.preferredMark;
    return { plan, unreadable, builder: decided({ text: builder, name: plan.name, rows: sink.rows, preferred, context }) };
  });
  return { rows: sink.rows, lines: sink.lines, columns, blankLines: counts.blankLines };
}
