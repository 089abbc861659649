// The run before: which programs ask for it, and the tiers in its members' file.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Member } from '@tierflow/api';
import { type Definition, readsPrevious } from '@tierflow/definition';
import type { PreviousTier } from '@tierflow/evaluator';
import type { DataRef, PreviousRef } from './protocol.ts';
import { Refused } from './refused.ts';

/** The run before, where one of the programs asks for it. */
export function previousFor(data: DataRef, ...programs: readonly (Definition | null | undefined)[]): PreviousRef | undefined {
  return programs.some((program) => program !== null && program !== undefined && readsPrevious(program)) ? data.previous : undefined;
}

/** Its members. A file that is gone or was changed is never read as if it were whole. */
export function* previousTiers({ members, digest, asOf }: PreviousRef): Generator<PreviousTier> {
  const bytes = wholeFile(members);
  if (bytes === undefined || `sha256:${createHash('sha256').update(bytes).digest('hex')}` !== digest) throw new Refused('artifact.corrupt');
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    // A run that did not keep the day knew the tier on its own one.
    const { key, tier, since = asOf } = JSON.parse(bytes.toString('utf8', from, to)) as Member;
    yield { key, tier, since };
    from = to + 1;
  }
}

function wholeFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
