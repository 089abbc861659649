// Ids the server makes: a prefix that says what it is, and 80 random bits.
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id such as `imp_8h2k…`; the job of an import or run carries the same letters. */
export function newId(prefix: 'imp' | 'run'): string {
  let letters = '';
  for (const byte of randomBytes(16)) letters += ALPHABET[byte & 31];
  return `${prefix}_${letters}`;
}

/** The job that works on an import or a run. */
export function jobOf(id: string): string {
  return `job_${id.replace('_', '')}`;
}

/** The import or run a job works on. */
export function subjectOf(job: string): { readonly kind: 'import' | 'run'; readonly id: string } | undefined {
  const match = /^job_(imp|run)([0-9a-z]{16})$/.exec(job);
  if (match === null) return undefined;
  return { kind: match[1] === 'imp' ? 'import' : 'run', id: `${match[1]}_${match[2]}` };
}
