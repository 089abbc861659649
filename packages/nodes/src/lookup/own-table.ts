// A table of one's own: rows in the config, or lines pasted from a spreadsheet. What is looked up is compared trimmed and in small letters.

export const limits = { rows: 5_000, keys: 20_000, pasted: 500_000 } as const;

export interface OwnRow {
  readonly from: readonly string[];
  readonly to: string;
}

/** A text of the table and its place: in the rows, or the number of its line. */
interface OwnKey {
  readonly text: string;
  readonly to: string;
  readonly path: readonly PropertyKey[];
  readonly line?: number;
}

export interface OwnTable {
  readonly keys: readonly OwnKey[];
  /** Lines without two cells, from 1 on. */
  readonly unreadable: readonly number[];
  readonly rows: number;
}

export interface OwnFault {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly params: { readonly [name: string]: string | number };
}

/** The form in which texts are compared: blanks at the ends removed, runs of them made one, a–z for A–Z. */
export function keyOf(text: string): string {
  return text
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .replace(/^ | $/g, '')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The own table of a config; undefined where it asks for one that comes along. */
export function ownRows(config: {
  readonly table: string | readonly OwnRow[];
  readonly pasted?: string | undefined;
}): OwnTable | undefined {
  const { table, pasted } = config;
  if (typeof table !== 'string') {
    const keys = table.flatMap(({ from, to }, row) => from.map((text, at): OwnKey => ({ text, to, path: ['table', row, 'from', at] })));
    return { keys, unreadable: [], rows: table.length };
  }
  return table === 'own' ? readPasted(pasted ?? '') : undefined;
}

function readPasted(pasted: string): OwnTable {
  const keys: OwnKey[] = [];
  const unreadable: number[] = [];
  let rows = 0;
  pasted.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    rows += 1;
    const cells = line
      .split(line.includes('\t') ? '\t' : /[,，]/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    const to = cells.at(-1);
    if (to === undefined || cells.length < 2) unreadable.push(at + 1);
    else for (const text of cells.slice(0, -1)) keys.push({ text, to, path: ['pasted'], line: at + 1 });
  });
  return { keys, unreadable, rows };
}

/** What is wrong with it: nothing in it, too much, a line without two cells, a text that stands twice. */
export function ownFaults({ keys, unreadable, rows }: OwnTable): readonly OwnFault[] {
  const path = keys[0]?.path.slice(0, 1) ?? ['pasted'];
  if (rows === 0) return [{ code: 'lookup.empty-table', path, params: {} }];
  if (rows > limits.rows || keys.length > limits.keys)
    return [{ code: 'lookup.too-large', path, params: { rows, keys: keys.length, mostRows: limits.rows, mostKeys: limits.keys } }];
  const lines = unreadable.slice(0, 10).map((line): OwnFault => ({ code: 'lookup.line-unreadable', path, params: { line } }));
  const seen = new Set<string>();
  const twice = keys.filter(({ text }) => {
    const key = keyOf(text);
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
  return [
    ...lines,
    ...twice.slice(0, 10).map(({ text, path: at, line }): OwnFault => {
      return line === undefined
        ? { code: 'lookup.twice', path: at, params: { text } }
        : { code: 'lookup.twice-in-line', path: at, params: { text, line } };
    }),
  ];
}
