// The first rows of a file as text, for a person to look at. Not how files are imported: that is the data package's.

export interface FirstRowsRequest {
  readonly format: 'csv' | 'ndjson';
  readonly encoding: string;
  readonly delimiter: string;
  /** Columns, for NDJSON. */
  readonly names: readonly string[];
  readonly count: number;
}

export function firstRows(bytes: Uint8Array, request: FirstRowsRequest): string[][] {
  const text = decode(bytes, request.encoding);
  return request.format === 'ndjson' ? jsonRows(text, request) : csvRows(text, request);
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function jsonRows(text: string, { names, count }: FirstRowsRequest): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (rows.length >= count) break;
    try {
      const record = JSON.parse(line) as Readonly<Record<string, unknown>>;
      rows.push(names.map((name) => (Object.hasOwn(record, name) && record[name] !== null ? String(record[name]) : '')));
    } catch {
      // A line that is cut or is no JSON is not shown; the import counts it.
    }
  }
  return rows;
}

function csvRows(text: string, { delimiter, count }: FirstRowsRequest): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    cells.push(cell);
    cell = '';
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    cells = [];
  };
  for (let at = 0; at < text.length && rows.length < count; at++) {
    const character = text[at] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (rows.length < count && (cell !== '' || cells.length > 0)) endRow();
  return rows;
}
