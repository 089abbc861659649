import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file } from '../../test/support.ts';
import { Refusal } from '../outcome.ts';
import { type Cells, CsvScanner, type Dialect, ESCAPED, unescapeInto } from './scanner.ts';

const dialect: Dialect = { delimiter: 44, quote: 34, newline: 10 };

interface Read {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly broken: readonly string[];
  readonly blanks: number;
}

/** Scans `text` in pieces of `size` bytes. */
function scan(text: string, size = 1 << 20, own: Dialect = dialect): Read {
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: string[] = [];
  const cell = (cells: Cells, i: number): string => {
    const raw = cells.bytes.subarray(cells.start[i], cells.end[i]);
    if (cells.flags[i] !== ESCAPED) return Buffer.from(raw).toString('utf8');
    const into = new Uint8Array(raw.length);
    return Buffer.from(into.subarray(0, unescapeInto(into, cells, i, own.quote))).toString('utf8');
  };
  const scanner = new CsvScanner(own, {
    record: (cells, line) => {
      lines.push(line);
      rows.push(Array.from({ length: cells.count }, (_, i) => cell(cells, i)));
    },
    broken: ({ reason, line }) => broken.push(`${reason}:${line}`),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    // The caller may reuse its buffer: what is handed over is overwritten afterwards.
    const piece = new Uint8Array(bytes.subarray(at, at + size));
    scanner.push(piece);
    piece.fill(120);
  }
  scanner.end();
  return { rows, lines, broken, blanks: scanner.blanks };
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cells = fc.string({ unit: fc.constantFrom('a', 'é', '中', '😀', ',', '"', '\n', ' ', '1', '\r\n'), maxLength: 6 });
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
const write = (rows: readonly (readonly string[])[], newline: string) => rows.map((row) => row.map(quoted).join(',')).join(newline);

describe('CsvScanner', () => {
  it('reads back what was written, whatever the pieces and line ends', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, size, newline, ended) => {
        const read = scan(write(rows, newline) + (ended ? newline : ''), size);
        expect(read.rows).toEqual(rows);
        expect(read.broken).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer for any text and any pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '中'), maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          expect(scan(text, size)).toEqual(scan(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('accounts for every line of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', 'b'), maxLength: 80 }), (text) => {
        const read = scan(text);
        const events = [...read.lines, ...read.broken.map((entry) => Number(entry.split(':')[1]))];
        expect(new Set(events).size).toBe(events.length);
        expect(Math.max(0, ...events)).toBeLessThanOrEqual(text.split('\n').length);
        if (!text.includes('"'))
          expect(read.rows.length + read.blanks).toBe(text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('loses one line to one forgotten quote', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `${i},"text ${i}",x`);
    for (const at of [0, 57, 199]) {
      const read = scan(lines.with(at, `${at},"text ${at},x`).join('\n'));
      expect(read.broken).toEqual([`quote.unclosed:${at + 1}`]);
      expect(read.rows.length).toBe(199);
      expect(read.lines).not.toContain(at + 1);
    }
  });

  it('names the line of the quote that is not closed, also behind quoted line breaks', () => {
    expect(scan('1,"a\nb",2\n2,"c\nd","e\n3,x,y').broken).toEqual(['quote.unclosed:4']);
    expect(scan('1,"a"b\n2,c').broken).toEqual(['quote.stray:1']);
  });

  it('keeps quotes inside unquoted cells, and counts blank lines', () => {
    expect(scan(`a,37°36'37.8"N\n\n\r\nb,""\n`)).toMatchObject({
      rows: [
        ['a', `37°36'37.8"N`],
        ['b', ''],
      ],
      lines: [1, 4],
      blanks: 2,
    });
  });

  it('reads old Macintosh line ends', () => {
    expect(scan('a,b\r1,"x\ry"\r', 3, { ...dialect, newline: 13 }).rows).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
    ]);
  });

  it('refuses an endless line, and gives up an endless quote', () => {
    const refused = () => scan(`a,${'x'.repeat(17 * 2 ** 20)}`, 1 << 20);
    expect(refused).toThrow(Refusal);
    const read = scan(`a,"${`${'x'.repeat(1023)}\n`.repeat(18 * 2 ** 10)}b,c\n`, 4 << 20);
    expect(read.broken).toEqual(['quote.unclosed:1']);
    expect(read.rows.at(-1)).toEqual(['b', 'c']);
  });

  it('agrees with DuckDB on clean files', async () => {
    const rows = fc
      .sample(table, { seed: 7, numRuns: 60 })
      .filter((sample) => sample[0]?.length === 3)
      .flat();
    const path = file('clean.csv', `a,b,c\n${write(rows, '\n')}\n`);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const result = await connection.runAndReadAll(
      `SELECT coalesce(a, ''), coalesce(b, ''), coalesce(c, '') FROM read_csv('${path}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {'a': 'VARCHAR', 'b': 'VARCHAR', 'c': 'VARCHAR'}, parallel = false)`,
    );
    expect(scan(`${write(rows, '\n')}\n`).rows).toEqual(result.getRows());
    connection.closeSync();
    instance.closeSync();
  });
});
