// Bugs of ours are thrown; remarks on a user's document never are.

/** The value, which our own code guarantees to be there. */
export function invariant<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`invariant: ${what}`);
  return value;
}
