// The reserved member `$previous` of a record: the tier the customer had, and since when. In a definition's input, in tables and
// in SQL its parts are fields with names of their own; no other data may use these names.
import type { Definition, Field, Json } from './types.ts';

const MEMBER = '$previous';

/** The fields a definition declares that reads `$previous {tier, since}`. Both are missing for a new customer. */
export const previousFields = {
  tier: { name: '$previous.tier', type: 'string' },
  since: { name: '$previous.since', type: 'date' },
} as const satisfies { readonly [part: string]: Field };

const parts: ReadonlyMap<string, string> = new Map(Object.entries(previousFields).map(([part, { name }]) => [name, part]));

/** The name is kept for `$previous` or a part of it. */
export function isReservedField(name: string): boolean {
  return name === MEMBER || parts.has(name);
}

/** The program asks which tier the customer had, or since when. */
export function readsPrevious({ input }: Pick<Definition, 'input'>): boolean {
  return input.fields.some(({ name }) => parts.has(name));
}

/** What a record holds for a field of the input; a `$previous` that is no object fits none of its parts. */
export function memberOf(record: object, name: string): unknown {
  const part = parts.get(name);
  if (part === undefined) return own(record, name);
  const previous = own(record, MEMBER);
  if (previous === undefined || previous === null) return undefined;
  return typeof previous === 'object' && !Array.isArray(previous) ? own(previous, part) : [previous];
}

/** Writes the value of a field of the input into a record, where `memberOf` reads it. */
export function placeMember(record: { [name: string]: Json }, name: string, value: Json): void {
  const part = parts.get(name);
  const member = part === undefined ? name : MEMBER;
  const whole = part === undefined ? value : { ...(own(record, MEMBER) as { readonly [name: string]: Json } | undefined), [part]: value };
  // Own properties only, also for a field called `__proto__`.
  Object.defineProperty(record, member, { value: whole, enumerable: true, configurable: true, writable: true });
}

function own(source: object, name: string): unknown {
  return Object.hasOwn(source, name) ? (source as { readonly [name: string]: unknown })[name] : undefined;
}
