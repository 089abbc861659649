// What a handler is given and what it answers. One handler per route of the table, checked by type.
import type { IncomingMessage } from 'node:http';
import type { AnswerOf, BodyOf, Language, QueryOf, RouteName } from '@tierflow/api';

export interface Call<N extends RouteName> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  readonly headers: IncomingMessage['headers'];
  readonly language: Language;
  /** The request's bytes, for routes whose body is a file. */
  readonly incoming: IncomingMessage;
  /** Aborts when the caller went away. */
  readonly signal: AbortSignal;
}

type Headers = Readonly<Record<string, string>>;

/** JSON of the route's schema, exact bytes, a stream, or nothing. */
export type Reply<N extends RouteName = RouteName> =
  | { readonly status: 200 | 201 | 202; readonly json: AnswerOf<N>; readonly headers?: Headers }
  | {
      readonly status: 200 | 201;
      readonly content: Uint8Array | string | ReadableStream<Uint8Array>;
      readonly type: string;
      readonly headers?: Headers;
    }
  | { readonly status: 204 | 304; readonly headers?: Headers };

export type Handler<N extends RouteName> = (call: Call<N>) => Reply<N> | Promise<Reply<N>>;

/** A handler for every route. */
export type Handlers = { readonly [N in RouteName]: Handler<N> };
