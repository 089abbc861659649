// SHA-256 of a file of any size.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { CHUNK_BYTES } from '../limits.ts';

/** @throws the system's error where the file cannot be read. */
export function fileDigest(path: string): { readonly bytes: number; readonly sha256: string } {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = new Uint8Array(CHUNK_BYTES);
    let bytes = 0;
    for (;;) {
      const read = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
}
