// Published definitions as the server uses them: bytes checked against their hash, made ready to decide once.
import type { Definition } from '@tierflow/definition';
import { type Decider, decider } from '@tierflow/evaluator';
import { Refusal } from '../http/refusal.ts';
import type { VersionRow, VersionTable } from '../store/version-table.ts';

export interface ReadyDefinition {
  readonly row: VersionRow;
  readonly definition: Definition;
  readonly decider: Decider;
}

const MAX_READY = 200;

export class PublishedDefinitions {
  readonly #versions: VersionTable;
  readonly #ready = new Map<string, ReadyDefinition>();

  constructor(versions: VersionTable) {
    this.#versions = versions;
  }

  /** The row of a version, the live one if none is named. */
  row(name: string, version?: number): VersionRow {
    const row = version === undefined ? this.#versions.head(name) : this.#versions.get(name, version);
    if (row !== undefined) return row;
    if (version !== undefined && this.#versions.head(name) !== undefined)
      throw new Refusal('version.unknown', { params: { id: name, version } });
    throw new Refusal('definition.unknown', { params: { name } });
  }

  /** The exact published bytes. */
  bytes({ flow, version }: VersionRow): Uint8Array {
    const bytes = this.#versions.bytes(flow, version);
    if (bytes === undefined) throw new Refusal('definition.unknown', { params: { name: flow } });
    if (bytes === 'corrupt') throw new Refusal('artifact.corrupt');
    return bytes;
  }

  /** Ready to decide; remembered by digest. */
  ready(name: string, version?: number): ReadyDefinition {
    const row = this.row(name, version);
    const known = this.#ready.get(row.digest);
    if (known !== undefined) return known;
    const definition = JSON.parse(Buffer.from(this.bytes(row)).toString('utf8')) as Definition;
    const ready = { row, definition, decider: decider(definition, { digest: row.digest }) };
    if (this.#ready.size >= MAX_READY) this.#ready.delete(this.#ready.keys().next().value ?? '');
    this.#ready.set(row.digest, ready);
    return ready;
  }
}
