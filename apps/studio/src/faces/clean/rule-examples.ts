// Real values before and after a rule, and the values that a rule of replaced texts does not know yet.
import type { ValueType } from '@tierflow/definition';
import type { CleanRule } from '@tierflow/nodes';
import { afterRules } from './after-rules.ts';

/** A value that people have, and how many do, where counted. */
export interface Occurring {
  readonly value: string | number;
  readonly n?: number | undefined;
}

export interface Example {
  readonly before: string | number;
  readonly after: string | number | null;
  readonly n: number | undefined;
}

const SHOWN = 3;

interface Asked {
  readonly rules: readonly CleanRule[];
  /** Place of the rule. */
  readonly at: number;
  readonly type: ValueType;
  /** Values as they arrive at the node, the most frequent first. */
  readonly values: readonly Occurring[];
}

/** The rules of the column up to the one at the place, in order. */
function chainOf({ rules, at }: Pick<Asked, 'rules' | 'at'>): readonly CleanRule[] {
  const field = rules[at]?.field;
  return rules.slice(0, at + 1).filter((rule) => rule.field === field);
}

/** Values that the rule changes, as the rules above it left them; equal ones are one. */
export function changedBy(asked: Asked): readonly Example[] {
  const chain = chainOf(asked);
  const after = afterRules(
    chain,
    asked.type,
    asked.values.map(({ value }) => value),
  );
  const found = new Map<string | number, Example>();
  asked.values.forEach(({ value, n }, place) => {
    const steps = after[place] ?? [];
    const before = chain.length < 2 ? value : (steps.at(-2) ?? null);
    const last = steps.at(-1) ?? null;
    if (before === null || before === last) return;
    const known = found.get(before);
    found.set(before, { before, after: last, n: n === undefined ? known?.n : n + (known?.n ?? 0) });
  });
  return [...found.values()].slice(0, SHOWN);
}

const PROPOSED = 8;

/** The most frequent texts that the rule neither replaces nor writes, as the rules above it left them. */
export function notYetMapped(asked: Asked): readonly Occurring[] {
  const rule = asked.rules[asked.at];
  const known = new Set((rule?.pairs ?? []).flatMap(({ from, to }) => [from, to]));
  const before = chainOf(asked).slice(0, -1);
  const after = afterRules(
    before,
    asked.type,
    asked.values.map(({ value }) => value),
  );
  const counts = new Map<string, number | undefined>();
  asked.values.forEach(({ value, n }, place) => {
    const text = before.length === 0 ? value : after[place]?.at(-1);
    if (typeof text !== 'string' || text === '' || known.has(text)) return;
    counts.set(text, n === undefined ? counts.get(text) : n + (counts.get(text) ?? 0));
  });
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0))
    .slice(0, PROPOSED);
}
