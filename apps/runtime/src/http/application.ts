// The Hono application: the route table bound to its handlers, with one way in and one way out for every request.
import type { HttpBindings } from '@hono/node-server';
import { type Route, type RouteName, routes } from '@tierflow/api';
import { type Context, Hono } from 'hono';
import type { Call, Handler, Handlers, Reply } from './call.ts';
import { languageOf } from './language.ts';
import { problemResponse } from './problem-response.ts';
import { readCall, searchOf } from './read-call.ts';
import { Refusal } from './refusal.ts';
import { refusalOf } from './refusal-of.ts';
import { requestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import type { FileAnswer } from './static-files.ts';

type Bindings = { Bindings: HttpBindings };

export interface ApplicationOptions {
  readonly handlers: Handlers;
  /** Answers what no route does: the studio's files. */
  readonly files: FileAnswer;
  /** The server is about to end: callers are told to open no further requests on their connections. */
  readonly draining: () => boolean;
  /** Told of every error that is not a refusal. */
  readonly onBug: (error: unknown, requestId: string) => void;
}

export function createApplication(options: ApplicationOptions): Hono<Bindings> {
  const app = new Hono<Bindings>({ strict: true });
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    context.header('X-Request-Id', requestId(context.env.incoming, context.env.outgoing));
    if (options.draining()) context.header('Connection', 'close');
  });
  for (const name of Object.keys(routes) as RouteName[]) bind(app, name, options.handlers[name] as Handler<RouteName>);
  app.all('*', (context) => otherwise(context, options));
  app.onError((error, context) => {
    const id = requestId(context.env.incoming, context.env.outgoing);
    if (!(error instanceof Refusal)) options.onBug(error, id);
    return problemResponse(refusalOf(error), languageOf(context.req.header('Accept-Language')), id);
  });
  return app;
}

function bind(app: Hono<Bindings>, name: RouteName, handler: Handler<RouteName>): void {
  const route: Route = routes[name];
  app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    const { incoming } = context.env;
    const call = await readCall(route, {
      incoming,
      params: context.req.param() as Record<string, string>,
      search: searchOf(context.req.url),
      signal: context.req.raw.signal,
    });
    return responseOf(await handler(call as unknown as Call<RouteName>));
  });
}

function responseOf(reply: Reply): Response {
  const headers = { 'Cache-Control': 'no-store', ...reply.headers };
  if ('json' in reply)
    return new Response(JSON.stringify(reply.json), { status: reply.status, headers: { 'Content-Type': 'application/json', ...headers } });
  if ('content' in reply)
    return new Response(reply.content as string, { status: reply.status, headers: { 'Content-Type': reply.type, ...headers } });
  return new Response(null, { status: reply.status, headers });
}

/** No route took it: another method of a known path, a file of the studio, or nothing. */
async function otherwise(context: Context<Bindings>, options: ApplicationOptions): Promise<Response> {
  const { path, method } = context.req;
  const allowed = methodsAt(path);
  if (allowed.length > 0) throw new Refusal('route.method', { headers: { Allow: allowed.join(', ') } });
  const file = await options.files({ path, method, known: context.req.header('If-None-Match') });
  if (file === undefined) throw new Refusal('route.unknown');
  return file;
}

function methodsAt(path: string): readonly string[] {
  const at = path.split('/');
  const fits = (pattern: string) => {
    const steps = pattern.split('/');
    return steps.length === at.length && steps.every((step, index) => (step.startsWith('{') ? at[index] !== '' : step === at[index]));
  };
  const methods = new Set<string>();
  for (const { method, path: pattern } of Object.values(routes)) {
    if (!fits(pattern)) continue;
    methods.add(method);
    if (method === 'GET') methods.add('HEAD');
  }
  return [...methods];
}
