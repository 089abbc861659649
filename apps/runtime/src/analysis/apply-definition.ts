// A run: a published definition over all customers, counted, and its members written to a file that never changes.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Definition } from '@tierflow/definition';
import { type ColumnData, nodeCounts, type SweepResult, sweep, type Table, tierSince } from '@tierflow/evaluator';
import type { MembersIndex } from '../store/run-table.ts';
import { cellAt } from './cell.ts';
import type { ApplyRequest, ApplyResult } from './protocol.ts';
import { outputCounts } from './tier-counts.ts';
import type { Bench } from './workbench.ts';

const UNASSIGNED = 'unassigned';
const FLUSH_BYTES = 1 << 20;

export async function applyDefinition({ definition, data, members: path }: ApplyRequest, on: Bench): Promise<ApplyResult> {
  const started = performance.now();
  const { asOf, previous = null } = data;
  const result = await sweep(definition, on.table, { asOf, columns: memberColumns(definition), cache: on.cache });
  const { tiersNode: _, ...outputs } = outputCounts(definition, result.counts);
  const nodes = Object.fromEntries(
    Object.entries(nodeCounts(definition, result)).map(([id, { in: n, out, unknown }]) => [id, { n, ports: { ...out }, unknown }]),
  );
  const members = writeMembers({ path, definition, result, table: on.table, asOf });
  return {
    counts: { customers: result.rows, nodes, ...outputs, previous: previous?.run ?? null },
    members,
    milliseconds: performance.now() - started,
  };
}

function memberColumns({ outputs }: Definition): readonly string[] {
  const main = outputs.tiers.at(-1);
  return [
    ...new Set([
      ...(main?.bands ?? []).map(({ mask }) => mask),
      ...(main?.score === undefined ? [] : [main.score]),
      ...outputs.playbooks.map(({ mask }) => mask),
      ...outputs.segments.map(({ mask }) => mask),
    ]),
  ];
}

interface Writing {
  readonly path: string;
  readonly definition: Definition;
  readonly result: SweepResult;
  readonly table: Table;
  readonly asOf: string;
}

/** Lines by tier, best first, then those without one; within a tier in order of the table. Durable before it gets its name. */
function writeMembers({ path, definition, result, table, asOf }: Writing): MembersIndex {
  const { outputs } = definition;
  const { columns } = result;
  const main = outputs.tiers.at(-1);
  const isIn = (mask: string, row: number): boolean => {
    const column = columns[mask] as ColumnData;
    return column.type === 'boolean' && column.values[row] === 1;
  };
  const bands = main?.bands ?? [];
  const tierOf = new Uint16Array(table.rows).fill(bands.length);
  for (let row = 0; row < table.rows; row++) {
    const at = bands.findIndex(({ mask }) => isIn(mask, row));
    if (at >= 0) tierOf[row] = at;
  }
  const score = main?.score === undefined ? undefined : columns[main.score];
  const file = new HashedFile(`${path}.part`);
  const sections = [...bands.map(({ id }) => id), UNASSIGNED].map((tier, at) => {
    const offset = file.bytes;
    let n = 0;
    for (let row = 0; row < table.rows; row++) {
      if (tierOf[row] !== at) continue;
      n++;
      file.write(
        `${JSON.stringify({
          key: cellAt(table.key, row),
          tier: at < bands.length ? tier : null,
          since: at < bands.length ? tierSince(table, row, tier, asOf) : null,
          score: score === undefined ? null : cellAt(score, row),
          playbooks: outputs.playbooks.filter(({ mask }) => isIn(mask, row)).map(({ id }) => id),
          segments: outputs.segments.filter(({ mask }) => isIn(mask, row)).map(({ id }) => id),
        })}\n`,
      );
    }
    return { tier, offset, bytes: file.bytes - offset, n };
  });
  const digest = file.finish(path);
  return { digest, bytes: file.bytes, sections };
}

/** A file written once, hashed on the way, synced and renamed at the end. */
class HashedFile {
  bytes = 0;
  readonly #part: string;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #pending: string[] = [];
  #waiting = 0;

  constructor(part: string) {
    this.#part = part;
    this.#file = openSync(part, 'w', 0o600);
  }

  write(text: string): void {
    const bytes = Buffer.byteLength(text);
    this.bytes += bytes;
    this.#waiting += bytes;
    this.#pending.push(text);
    if (this.#waiting > FLUSH_BYTES) this.#flush();
  }

  finish(path: string): string {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#part, path);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
    return `sha256:${this.#hash.digest('hex')}`;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending.join(''));
    this.#hash.update(bytes);
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#file, bytes, at);
    this.#pending = [];
    this.#waiting = 0;
  }
}
