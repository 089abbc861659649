// The first rule that fits what somebody has: its number, from 1 on. Plainly, and prepared for many customers.
import type { TableRule } from '@tierflow/definition';
import type { Value } from '../value.ts';

/** Reference meaning: the first rule whose `if` is all there, and whose `then` is not. */
export function firstRule(rules: readonly TableRule[], values: Iterable<Value>): number | undefined {
  const there = new Set(values);
  const at = rules.findIndex((rule) => rule.if.every((item) => there.has(item)) && !there.has(rule.then));
  return at < 0 ? undefined : at + 1;
}

/** The same for one customer after another, over items as small numbers. */
export interface RuleMatcher {
  /** Number of an item that some rule speaks of; -1 for others. */
  readonly itemOf: (value: Value) => number;
  /** Forgets what the last customer has. */
  readonly clear: () => void;
  readonly add: (item: number) => void;
  /** Number of the first rule that fits, or NaN. */
  readonly first: () => number;
}

/** Rules indexed by the rarest item of their `if`: only rules of items that are there are looked at. */
export function ruleMatcher(rules: readonly TableRule[]): RuleMatcher {
  const items = numbered(rules.flatMap((rule) => [...rule.if, rule.then]));
  const needs = rules.map((rule) => Int32Array.from(new Set(rule.if), (item) => items.get(item) as number));
  const wants = Int32Array.from(rules, (rule) => items.get(rule.then) as number);
  const byItem = anchored(needs, items.size);
  const free = needs.findIndex((need) => need.length === 0);
  const there = new Uint8Array(items.size);
  const list = new Int32Array(items.size);
  let count = 0;
  const fits = (rule: number): boolean => {
    if (there[wants[rule] as number] === 1) return false;
    const need = needs[rule] as Int32Array;
    for (let i = 0; i < need.length; i++) if (there[need[i] as number] === 0) return false;
    return true;
  };
  return {
    itemOf: (value) => items.get(value as string) ?? -1,
    clear: () => {
      for (let i = 0; i < count; i++) there[list[i] as number] = 0;
      count = 0;
    },
    add: (item) => {
      if (item < 0 || there[item] === 1) return;
      there[item] = 1;
      list[count++] = item;
    },
    first: () => {
      let best = rules.length;
      for (let rule = free; rule >= 0 && rule < best; rule++) if (needs[rule]?.length === 0 && fits(rule)) best = rule;
      for (let i = 0; i < count; i++) {
        const own = byItem[list[i] as number] as Int32Array;
        for (let at = 0; at < own.length && (own[at] as number) < best; at++) if (fits(own[at] as number)) best = own[at] as number;
      }
      return best === rules.length ? Number.NaN : best + 1;
    },
  };
}

function numbered(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].map((text, at) => [text, at]));
}

/** Rules by the item of their `if` that the fewest rules need, ascending. */
function anchored(needs: readonly Int32Array[], items: number): readonly Int32Array[] {
  const uses = new Int32Array(items);
  for (const need of needs) for (const item of need) uses[item] = (uses[item] as number) + 1;
  const lists: number[][] = Array.from({ length: items }, () => []);
  needs.forEach((need, rule) => {
    const [first, ...rest] = need;
    if (first === undefined) return;
    const rarest = rest.reduce((best, item) => ((uses[item] as number) < (uses[best] as number) ? item : best), first);
    lists[rarest]?.push(rule);
  });
  return lists.map((list) => Int32Array.from(list));
}
