// Cost limits of one formula. They bound parsing, checking and every evaluation.

export const limits = {
  /** Characters of text. */
  text: 10_000,
  /** Levels of nesting: brackets in the text, calls in the result. A chain `a + b + c` is one level. */
  depth: 32,
  /** Nodes of the syntax tree and of the result; a list of constants is one. */
  nodes: 2_000,
  /** Values in a list. */
  list: 10_000,
  /** Steps of checking, so that functions that call functions cannot multiply without end. */
  steps: 50_000,
  /** How deep a function stands in itself. */
  recursion: 200,
  /** Tokens after the copies that the parser makes of what stands before `?:` and `??`. */
  copies: 20_000,
} as const;
