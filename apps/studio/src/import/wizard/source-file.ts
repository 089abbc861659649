// The bytes of an import: a file, or a table that was pasted.
import { PROBE_LIMIT } from '@tierflow/api';

export interface SourceFile {
  readonly name: string;
  readonly content: Blob;
  readonly packed: boolean;
}

/** A chosen or dropped file. */
export function sourceOfFile(file: File): SourceFile {
  return { name: file.name, content: file, packed: /\.(gz|gzip)$/i.test(file.name) || /gzip/.test(file.type) };
}

/** A table copied from a spreadsheet, or written by hand. */
export function sourceOfText(text: string, name: string): SourceFile {
  return { name, content: new Blob([text]), packed: false };
}

/** The media type a file is sent as. */
export function mediaTypeOf({ packed }: SourceFile): string {
  return packed ? 'application/gzip' : 'application/octet-stream';
}

/** The first bytes, unpacked, as far as a probe looks. */
export async function headOf({ content, packed }: SourceFile): Promise<Blob> {
  if (!packed) return content.slice(0, PROBE_LIMIT);
  const parts: BlobPart[] = [];
  let size = 0;
  const reader = content.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    while (size < PROBE_LIMIT) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value as BlobPart);
      size += value.byteLength;
    }
  } catch {
    // What is no gzip is sent as it is, and the runtime says what it is.
    return content.slice(0, PROBE_LIMIT);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return new Blob(parts).slice(0, PROBE_LIMIT);
}
