// Everybody at a place as a file for spreadsheets.
import type { Cell } from '@tierflow/api';
import type { Studio } from '../../app/studio.ts';
import type { Speech } from '../../words/use-words.ts';
import { columnTitle } from './cell-text.ts';
import type { ShownColumn } from './columns.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import { allPeople, type PeopleQuestion } from './use-people.ts';

interface ExportRequest {
  readonly question: PeopleQuestion;
  readonly columns: readonly ShownColumn[];
  /** Heading of the key. */
  readonly key: string;
  readonly speech: Speech;
  readonly signal: AbortSignal;
  /** Told after each page. */
  readonly onProgress: (done: number, total: number) => void;
}

/** The file's content; the key first, the tier where the flow has tiers, then the columns shown. */
export async function peopleCsv(studio: Studio, { question, columns, key, speech, signal, onProgress }: ExportRequest): Promise<Blob> {
  const parts: string[] = [];
  let done = 0;
  for await (const page of allPeople(studio, question, signal)) {
    const tiers = new Map(page.tiers.map(({ id, title }) => [id, speech.text(title)]));
    if (parts.length === 0) {
      const head = [key, ...(tiers.size === 0 ? [] : [speech.t('drawer.tier')]), ...columns.map((column) => columnTitle(column, speech))];
      parts.push(byteOrderMark + csvLine(head));
    }
    for (const row of page.rows) {
      const tier: Cell[] = tiers.size === 0 ? [] : [row.tier === null ? null : (tiers.get(row.tier) ?? row.tier)];
      parts.push(csvLine([row.key, ...tier, ...row.values]));
    }
    done += page.rows.length;
    onProgress(done, page.total);
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** Hands a file to the browser's downloads. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = window.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
