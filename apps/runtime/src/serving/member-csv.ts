// Members as CSV for people: UTF-8 with a byte order mark, cells that a spreadsheet would take for a formula made harmless.
import type { Member } from '@tierflow/api';

export const csvHeader = '\ufeffkey,tier,since,score,playbooks,segments\r\n';

export function csvLine({ key, tier, since, score, playbooks, segments }: Member): string {
  return `${[key, tier ?? '', since ?? '', score ?? '', playbooks.join(' '), segments.join(' ')].map(cell).join(',')}\r\n`;
}

/** A text that begins like a formula gets a leading quote; numbers stay numbers. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\0']/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
