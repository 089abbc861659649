// Reads a file as an import would and tells what is in it; nothing is written.
import { repeatedRows } from '../generation/duplicates.ts';
import { statsOf } from '../generation/statistics.ts';
import { type OnProgress, readData } from '../import-generation.ts';
import { RejectLog } from '../load/rejects.ts';
import { customerColumn, keyColumn, timeColumn } from '../values/names.ts';
import type { FileProfile, ProfileRequest } from './file-profile.ts';

export async function profileFile(request: ProfileRequest, onProgress: OnProgress): Promise<FileProfile> {
  const rejects = new RejectLog(undefined);
  const { source, lines, blankLines, stored, context, notices } = await readData(request, rejects, onProgress);
  const names = stored.map((column) => column.name);
  const moments = stored.filter((column) => column.data.type === 'date' || column.data.type === 'datetime').map((column) => column.name);
  const { encoding, delimiter, header } = source.description;
  return {
    format: source.format,
    bytes: source.bytes,
    sha256: source.sha256,
    encoding,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header === undefined ? {} : { header }),
    rows: lines.length,
    rejected: rejects.rows,
    blankLines,
    duplicateRows: repeatedRows(stored, lines.length, context.seed).count,
    columns: stored.map((column) => ({
      name: column.name,
      ...(column.header === undefined ? {} : { header: column.header }),
      type: column.data.type,
      rule: column.rule,
      stats: statsOf(column.data),
    })),
    reasons: Object.fromEntries(rejects.counts),
    rejects: rejects.shown,
    notices,
    suggested: { key: keyColumn(names) ?? null, customer: customerColumn(names) ?? null, time: timeColumn(moments) ?? null },
  };
}
