// Finds delimiter, line ends and header of a CSV from its first bytes.
import { MAX_COLUMNS, SAMPLE_RECORDS } from '../limits.ts';
import { Refusal } from '../outcome.ts';
import { parseMoment } from '../values/moment.ts';
import { parseNumber } from '../values/number.ts';
import { type BrokenRecord, type Cells, CsvScanner, cellTexts, type Dialect } from './scanner.ts';

export interface DialectOptions {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly header?: boolean;
}

/** What the first bytes of a file say about it. */
export interface Layout {
  readonly dialect: Dialect;
  readonly header: boolean;
  /** The first line is Excel's `sep=;`. */
  readonly separatorLine: boolean;
  /** Cells of the first records, the header among them. */
  readonly records: readonly (readonly string[])[];
}

const CANDIDATES = [',', ';', '\t', '|'];
const QUOTE = 34;

const oneByte = (text: string, what: string): number => {
  const code = text === '\\t' ? 9 : text.charCodeAt(0);
  if ((text.length !== 1 && text !== '\\t') || code > 126 || code === 10 || code === 13)
    throw new Refusal('dialect.invalid', { what, value: text.slice(0, 10) });
  return code;
};

interface Sample {
  readonly records: readonly (readonly string[])[];
  /** Why the very first record, which may be the header, cannot be split. */
  readonly firstBroken?: string;
}

/** Cells of the first records as text. `whole` says that the sample is all there is. */
function sampleRecords(sample: Uint8Array, dialect: Dialect, whole: boolean, limit: number = SAMPLE_RECORDS): Sample {
  const records: string[][] = [];
  let firstBroken: string | undefined;
  const record = (cells: Cells) => {
    if (records.length < limit) records.push(cellTexts(cells, dialect.quote, MAX_COLUMNS + 1));
  };
  const broken = ({ reason }: BrokenRecord) => {
    if (records.length === 0) firstBroken ??= reason;
  };
  const scanner = new CsvScanner(dialect, { record, broken });
  scanner.push(sample);
  if (whole) scanner.end();
  return { records, ...(firstBroken === undefined ? {} : { firstBroken }) };
}

/** How well a delimiter explains the sample: the share of records with the usual width, wider being better. */
function fit(records: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const record of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  const [width, usual] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (width < 2 || records.length === 0) return 0;
  const header = records[0]?.length === width ? 1 : 0.5;
  return (usual / records.length) ** 2 * header * (1 + Math.min(width, 20) / 100);
}

function findDelimiter(sample: Uint8Array, newline: 10 | 13, quote: number, whole: boolean): number {
  let best = { delimiter: 44, score: 0 };
  for (const candidate of CANDIDATES) {
    const delimiter = candidate.charCodeAt(0);
    const score = fit(sampleRecords(sample, { delimiter, quote, newline }, whole, 500).records);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

const isData = (text: string): boolean => {
  const value = text.trim();
  return (
    value !== '' &&
    (parseNumber(value, 'point') !== undefined ||
      parseNumber(value, 'comma') !== undefined ||
      parseMoment(value, 'ymd') !== undefined ||
      parseMoment(value, 'dmy') !== undefined)
  );
};

/** The first record is a header unless it reads like the records below it. */
export function findHeader(records: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = records;
  if (first === undefined || !first.some(isData)) return true;
  const body = rest.slice(0, 100).filter((record) => record.length === first.length);
  if (body.length === 0) return false;
  return first.some((name, column) => {
    if (name.trim() === '' || isData(name)) return false;
    const values = body.map((record) => record[column] ?? '').filter((value) => value !== '');
    return values.length > 0 && values.every(isData);
  });
}

function findNewline(sample: Uint8Array): 10 | 13 {
  return sample.indexOf(10) < 0 && sample.indexOf(13) >= 0 ? 13 : 10;
}

const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/i;

/** @param whole the sample is the whole file. */
export function detectLayout(sample: Uint8Array, whole: boolean, options: DialectOptions): Layout {
  const quote = options.quote === undefined ? QUOTE : options.quote === '' ? -1 : oneByte(options.quote, 'quote');
  const newline = findNewline(sample);
  const separator = SEPARATOR_LINE.exec(Buffer.from(sample.subarray(0, 20)).toString('utf8'));
  const body = separator === null ? sample : sample.subarray(separator[0].length);
  const asked = options.delimiter ?? separator?.[1];
  const delimiter = asked === undefined ? findDelimiter(body, newline, quote, whole) : oneByte(asked, 'delimiter');
  if (delimiter === quote) throw new Refusal('dialect.invalid', { what: 'quote', value: options.quote ?? '"' });
  const dialect: Dialect = { delimiter, quote, newline };
  const { records, firstBroken } = sampleRecords(body, dialect, whole);
  if (firstBroken !== undefined && options.header !== false)
    throw new Refusal('header.broken', { line: separator === null ? 1 : 2, reason: firstBroken });
  if ((records[0]?.length ?? 0) > MAX_COLUMNS) throw new Refusal('columns.tooMany', { limit: MAX_COLUMNS });
  return { dialect, header: options.header ?? findHeader(records), separatorLine: separator !== null, records };
}
