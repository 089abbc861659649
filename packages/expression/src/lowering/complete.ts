// Results of several steps, of which each may have failed.

/** All of them, or undefined if one failed. */
export function complete<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
