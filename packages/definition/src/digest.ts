// Content hashes. SHA-256 names published bytes and columns; MurmurHash3 gives each key a stable place in [0,1).
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** `sha256:<hex>` of bytes or of the UTF-8 of a text. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${bytesToHex(sha256(typeof content === 'string' ? encoder.encode(content) : content))}`;
}

/** MurmurHash3 x86 32-bit (Appleby) of bytes, unsigned. */
export function murmur32(bytes: Uint8Array, seed: number): number {
  let h = seed | 0;
  const blocks = bytes.length >> 2;
  for (let i = 0; i < blocks; i++) {
    const at = i * 4;
    const k = byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24);
    h ^= scramble(k);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= blocks * 4; i--) tail = (tail << 8) | byte(bytes, i);
  if ((bytes.length & 3) !== 0) h ^= scramble(tail);
  h ^= bytes.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function scramble(k: number): number {
  const mixed = Math.imul(k, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

/** A stable number in [0,1) for a key: 53 bits from two MurmurHash3 of `salt:key` (semantics, "Stable hash"). */
export function stableHash(salt: string, key: string): number {
  const bytes = encoder.encode(`${salt}:${key}`);
  const high = murmur32(bytes, 0);
  const low = murmur32(bytes, 1);
  return ((high >>> 0) * 2 ** 21 + (low >>> 11)) / 2 ** 53;
}
