// Reads a generated file for the tests: cells as text, quotes understood, one object per row.
import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

export interface ReadFile {
  readonly rows: readonly Row[];
  /** Lines whose number of cells is not the header's. */
  readonly ragged: number;
}

export function readCsv(path: string): ReadFile {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map(cellsOf);
  const header = lines[0] ?? [];
  const whole = lines.slice(1).filter((cells) => cells.length === header.length);
  return {
    rows: whole.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']))),
    ragged: lines.length - 1 - whole.length,
  };
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}
