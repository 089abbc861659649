// One digest for a request: equal content, equal fingerprint.
import { createHash } from 'node:crypto';
import { canonicalJson } from '@tierflow/definition';

export function fingerprintOf(content: readonly unknown[]): string {
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}
