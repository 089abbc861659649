// Collects the diagnostics of one formula. Codes begin with `formula.`; their words are in messages/.
import type { Diagnostic, Json } from '@tierflow/definition';
import type { Span } from './syntax/tree.ts';

/** Adds an error at a span of the text; answers undefined so that a failing step can return it. */
export type Report = (code: string, span: Span, params?: { readonly [name: string]: Json }, repaired?: string) => undefined;

export interface Diagnostics {
  readonly report: Report;
  readonly list: () => readonly Diagnostic[];
}

/** A fresh collection. The same code at the same place is kept once. `repaired` is the whole text with the error mended. */
export function collectDiagnostics(): Diagnostics {
  const found = new Map<string, Diagnostic>();
  return {
    report: (code, { from, to }, params = {}, repaired = undefined) => {
      const key = `${code} ${from} ${to}`;
      if (found.has(key)) return undefined;
      const repair = repaired === undefined ? {} : { repair: { path: '', value: repaired } };
      found.set(key, { code, severity: 'error', at: { span: { from, to } }, params, ...repair });
      return undefined;
    },
    list: () => [...found.values()],
  };
}
