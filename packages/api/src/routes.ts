// The route table: every address of the runtime once.
import type { z } from 'zod';
import { dataRoutes } from './data-routes.ts';
import { flowRoutes } from './flow-routes.ts';
import { servingRoutes } from './serving-routes.ts';

export const routes = { ...dataRoutes, ...flowRoutes, ...servingRoutes } as const;

export type RouteName = keyof typeof routes;
export type Routes = typeof routes;

/** The parsed JSON body of a route. */
export type BodyOf<N extends RouteName> = Routes[N] extends { readonly body: { readonly schema: infer S extends z.ZodType } }
  ? z.output<S>
  : undefined;
/** What a caller may send: defaults may be left out. */
export type SentBodyOf<N extends RouteName> = Routes[N] extends { readonly body: { readonly schema: infer S extends z.ZodType } }
  ? z.input<S>
  : undefined;
/** The parsed query of a route. */
export type QueryOf<N extends RouteName> = Routes[N] extends { readonly query: infer S extends z.ZodType }
  ? z.output<S>
  : Record<string, never>;
/** The JSON a route answers. */
export type AnswerOf<N extends RouteName> = Routes[N] extends { readonly answer: { readonly schema: infer S extends z.ZodType } }
  ? z.output<S>
  : undefined;
