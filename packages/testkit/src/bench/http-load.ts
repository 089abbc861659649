// Asks a server over a few connections that stay open, one request after the other on each, as cheaply as can be.
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** A POST with a JSON body as bytes. */
export function requestBytes(host: string, path: string, body: unknown): Buffer {
  const text = JSON.stringify(body);
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n`;
  return Buffer.from(head + text);
}

/** Sends all requests and answers with the last body; throws where an answer is no 200. */
export async function load(port: number, requests: readonly Buffer[], connections: number): Promise<string> {
  let next = 0;
  let last = '';
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let pending: Buffer = Buffer.alloc(0);
      const send = (): void => {
        const request = requests[next++];
        if (request === undefined) socket.end(resolve);
        else socket.write(request);
      };
      socket.on('error', reject);
      socket.on('connect', send);
      socket.on('data', (chunk: Buffer) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        const body = answered(pending);
        if (body === undefined) return;
        if (!pending.subarray(0, 12).equals(OK)) fail(socket, reject, pending);
        last = body;
        pending = Buffer.alloc(0);
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  return last;
}

const OK = Buffer.from('HTTP/1.1 200');

function fail(socket: Socket, reject: (error: Error) => void, answer: Buffer): void {
  socket.destroy();
  reject(new Error(answer.toString('utf8')));
}

/** The body once it is there as a whole. */
function answered(bytes: Buffer): string | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1];
  const from = end + END_OF_HEAD.length;
  return bytes.length < from + Number(length) ? undefined : bytes.toString('utf8', from);
}
