// Opens a file as a source of records: looks at its bytes once, then picks encoding and format.
import { csvSource } from '../csv/csv-source.ts';
import type { ReadOptions } from '../import-request.ts';
import { jsonSource } from '../json/json-source.ts';
import { Refusal } from '../outcome.ts';
import { detectEncoding, type Encoding } from '../source/encoding.ts';
import { type FileFacts, fileFacts } from '../source/file-facts.ts';
import { refuseBinary } from '../source/text-source.ts';
import type { RecordSource } from './record-source.ts';

/** By the name of the file, else by its first character: an array, an object per line, or cells. */
function formatOf(path: string, facts: FileFacts, encoding: Encoding): 'csv' | 'ndjson' | 'json' {
  if (/\.(ndjson|jsonl)$/i.test(path)) return 'ndjson';
  if (/\.(csv|tsv|txt|tab)$/i.test(path)) return 'csv';
  const head = facts.head.subarray(encoding.mark).find((byte) => byte > 32);
  if (head === 91) return 'json';
  return head === 123 ? 'ndjson' : 'csv';
}

export interface OpenRequest extends ReadOptions {
  readonly source: string;
  /** JSON: the field whose lists hold the lines, and the field that names their customer. */
  readonly nested?: { readonly field: string; readonly customer?: string };
}

export async function openSource(request: OpenRequest, onBytes: (bytes: number) => void): Promise<RecordSource> {
  const facts = fileFacts(request.source, onBytes);
  if (facts.bytes === 0) throw new Refusal('file.empty', {});
  refuseBinary(facts.head, undefined);
  const encoding = detectEncoding(facts, request.encoding);
  refuseBinary(facts.head, encoding);
  const format = request.format ?? formatOf(request.source, facts, encoding);
  const delimiter = request.delimiter ?? (/\.(tsv|tab)$/i.test(request.source) ? '\t' : undefined);
  const file = { path: request.source, facts, encoding };
  if (format !== 'csv')
    return jsonSource({
      ...file,
      format,
      ignore: request.ignore ?? [],
      ...(request.nested === undefined ? {} : { nested: request.nested }),
    });
  const source = csvSource({
    ...file,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(request.quote === undefined ? {} : { quote: request.quote }),
    ...(request.header === undefined ? {} : { header: request.header }),
  });
  if (source.columns.length === 0) throw new Refusal('file.empty', {});
  return source;
}
