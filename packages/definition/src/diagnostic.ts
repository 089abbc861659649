// A remark on a user's document: data, collected, never thrown. Words are made at the edge from code and params.
import type { Json } from './types.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Where in a flow, as far as known: node, port, path into its config (`bands.2.from`), span of characters in the text at that path. */
export interface Place {
  readonly node?: string;
  readonly port?: string;
  readonly path?: string;
  readonly span?: { readonly from: number; readonly to: number };
  /** Id of the season in whose days alone it holds. */
  readonly season?: string;
}

export interface Diagnostic {
  /** Readable and stable for ever; also the key of the message. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly params: { readonly [name: string]: Json };
  /** A change of the config that would repair it. */
  readonly repair?: { readonly path: string; readonly value: Json };
}

/** Message templates of one language: `{name}` stands for a parameter. */
export type Messages = { readonly [code: string]: string };

/** The template of a code with its parameters filled in; the code itself where there is no template. */
export function renderMessage(messages: Messages, code: string, params: { readonly [name: string]: Json }): string {
  const template = Object.hasOwn(messages, code) ? messages[code] : undefined;
  if (template === undefined) return code;
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));
}
