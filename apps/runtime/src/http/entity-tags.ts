// Entity tags in If-Match and If-None-Match (RFC 9110, 8.8.3): lists of quoted tags, or `*`.
import { Refusal } from './refusal.ts';

const LIST = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)\s*$/;

/** The tags of a header, `W/` kept; undefined where the header is absent. Refuses what cannot be read. */
export function entityTags(name: string, header: string | undefined): readonly string[] | undefined {
  if (header === undefined) return undefined;
  if (!LIST.test(header)) throw new Refusal('request.header', { params: { name } });
  return header.trim() === '*' ? ['*'] : (header.match(/(?:W\/)?"[^"]*"/g) ?? []);
}

/** If-None-Match compares weakly. */
export function matchesWeakly(tags: readonly string[] | undefined, etag: string): boolean {
  return tags?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag) ?? false;
}
