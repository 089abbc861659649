// Reads a file through its source and gives all cells as text, beside what was broken.
import { ESCAPED, unescapeInto } from '../src/csv/scanner.ts';
import { type OpenRequest, openSource } from '../src/load/open-source.ts';

export interface Texts {
  readonly encoding: string;
  readonly delimiter: string | undefined;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly broken: readonly { readonly reason: string; readonly line: number }[];
  readonly blanks: number;
}

export async function readTexts(request: OpenRequest): Promise<Texts> {
  const source = await openSource(request, () => undefined);
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: { reason: string; line: number }[] = [];
  const counts = await source.scan(
    {
      record: (cells, line) => {
        lines.push(line);
        rows.push(
          Array.from({ length: cells.count }, (_, i) => {
            const raw = cells.bytes.subarray(cells.start[i], cells.end[i]);
            if (cells.flags[i] !== ESCAPED) return Buffer.from(raw).toString('utf8');
            const scratch = new Uint8Array(raw.length);
            return Buffer.from(scratch.subarray(0, unescapeInto(scratch, cells, i, source.quote))).toString('utf8');
          }),
        );
      },
      broken: ({ reason, line }) => {
        broken.push({ reason, line });
      },
    },
    () => Promise.resolve(),
  );
  return {
    encoding: source.description.encoding,
    delimiter: source.description.delimiter,
    header: source.columns.map((column) => column.name),
    rows,
    lines,
    broken,
    blanks: counts.blankLines,
  };
}
