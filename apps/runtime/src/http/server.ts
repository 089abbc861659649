// The HTTP server around the application: limits before a request is read, and an end that lets work finish.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { PROBLEM_TYPE, type ProblemCode, problemTable } from '@tierflow/api';
import type { createApplication } from './application.ts';
import { type GuardSettings, guard } from './guard.ts';
import type { HotRoute } from './hot-route.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem-response.ts';
import { Refusal } from './refusal.ts';
import { requestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';

const MAX_HEADER_BYTES = 16 * 1024;
/** A request's headers have to be here after this time. */
const HEADERS_MS = 15_000;
const KEEP_ALIVE_MS = 10_000;

export interface ListeningServer {
  readonly port: number;
  /** Stops taking requests, waits for those under way at most `grace` milliseconds, then ends the rest. */
  readonly close: (grace: number) => Promise<void>;
}

export interface ListenOptions extends GuardSettings {
  readonly host: string;
  readonly port: number;
}

/** Starts listening. Bodies have their own time limits where they are read. */
export async function listen(app: ReturnType<typeof createApplication>, hot: HotRoute, options: ListenOptions): Promise<ListeningServer> {
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_MS,
    requestTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 5_000,
    // A missing Host is refused by the guard, as a problem document.
    requireHostHeader: false,
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  server.on('request', (incoming, outgoing) => {
    const refusal = atTheDoor(incoming, options);
    if (refusal !== undefined) turnAway(refusal, incoming, outgoing);
    else if (!hot.take(incoming, outgoing)) void listener(incoming, outgoing);
  });
  server.on('clientError', answerClientError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: (grace) => close(server, grace) };
}

/** Checks that come before a request is looked at as a whole. */
function atTheDoor({ headers, url = '', method = '' }: IncomingMessage, settings: GuardSettings): Refusal | undefined {
  try {
    guard(headers, url, method, settings);
    return url.startsWith('/') ? undefined : new Refusal('request.malformed');
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function turnAway(refusal: Refusal, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const problem = problemOf(refusal, languageOf(incoming.headers['accept-language']), requestId(incoming, outgoing));
  outgoing.writeHead(problem.status, {
    ...securityHeaders,
    'Content-Type': PROBLEM_TYPE,
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  outgoing.end(JSON.stringify(problem));
}

/** What never became a request is answered on the socket itself. */
function answerClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code: ProblemCode =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'request.header-too-large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'request.timeout'
        : 'request.malformed';
  const { status } = problemTable[code];
  const body = JSON.stringify(problemOf(new Refusal(code), 'en', randomUUID()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  for (const [name, value] of Object.entries(securityHeaders)) head.push(`${name}: ${value}`);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
