// A server of node:http and nothing else, deciding by the function written by hand: what HTTP itself costs. Arguments: a
// file with the definition. Prints its port.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Definition } from '@tierflow/definition';
import { cutsOf, handWritten } from './grading-by-hand.ts';
import type { Customer } from './peers.ts';

const definition = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Definition;
const decide = handWritten(definition, cutsOf(definition));
const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const { record } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly record: Customer };
    const text = JSON.stringify(decide(record));
    outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
    outgoing.end(text);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
