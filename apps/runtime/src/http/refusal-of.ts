// What a thrown error is answered with: a refusal as it is, a full disk as such, anything else as our fault.
import { Refusal } from './refusal.ts';

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new Refusal('storage.full');
  return new Refusal('server.error');
}
