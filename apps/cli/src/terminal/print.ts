// Text to a stream, no faster than it takes it.
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes a text and waits until it is taken. */
export async function print(to: Writable, text: string): Promise<0> {
  if (!to.write(text)) await once(to, 'drain');
  return 0;
}
