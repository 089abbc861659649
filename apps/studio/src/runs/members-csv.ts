// The members of a run as a file for spreadsheets.
import type { Run } from '@tierflow/api';
import { byteOrderMark, csvLine } from '../drawer/people/csv.ts';
import { orThrow, type Server } from '../server/server.ts';
import type { Speech } from '../words/use-words.ts';

const pageSize = 10_000;

/** All members, those of a tier, or those without one (`unassigned`). */
export async function membersCsv(server: Server, run: Run, tier: string | undefined, speech: Speech): Promise<Blob> {
  const { t } = speech;
  const titles = new Map(run.tiers.map(({ id, title }) => [id, speech.text(title)]));
  const playbooks = new Map(run.playbooks.map(({ id, title }) => [id, speech.text(title)]));
  const parts = [byteOrderMark + csvLine([t('runs.key'), t('drawer.tier'), t('runs.score'), t('runs.playbooks'), t('runs.segments')])];
  let cursor: string | undefined;
  do {
    const query = { limit: pageSize, ...(tier === undefined ? {} : { tier }), ...(cursor === undefined ? {} : { cursor }) };
    const page = orThrow(await server.call('listMembers', { path: { id: run.id }, query }));
    for (const member of page.members) {
      const served = member.playbooks.map((id) => playbooks.get(id) ?? id);
      const title = member.tier === null ? null : (titles.get(member.tier) ?? member.tier);
      parts.push(csvLine([member.key, title, member.score, served.join('; '), member.segments.join('; ')]));
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
