// The syntax tree of a formula: every node knows its characters in the text. No types, no meaning yet.

/** Characters of the text, `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | 'in' | '&' | '..';

/** Things of JSONata that have no typed meaning here, by what a person would call them. */
export type UnsupportedForm =
  | 'wildcard'
  | 'descendant'
  | 'parent'
  | 'transform'
  | 'focus'
  | 'index'
  | 'group'
  | 'signature'
  | 'placeholder'
  | 'other';

export interface Filter {
  readonly predicate: Syntax;
  readonly span: Span;
}

/** One step of a path with its predicates. */
export interface Step {
  readonly node: Syntax;
  readonly filters: readonly Filter[];
}

export interface SortTerm {
  readonly value: Syntax;
  readonly descending: boolean;
}

interface Nodes {
  readonly literal: { readonly value: boolean | number | string; readonly decimals?: number };
  readonly null: object;
  readonly name: { readonly name: string };
  readonly variable: { readonly name: string };
  readonly path: { readonly steps: readonly Step[]; readonly keepArray: boolean };
  readonly sort: { readonly terms: readonly SortTerm[] };
  readonly negate: { readonly value: Syntax };
  readonly binary: { readonly operator: BinaryOperator; readonly left: Syntax; readonly right: Syntax };
  /** `a ?: b` takes b when a is not truthy, `a ?? b` when a is missing. */
  readonly default: { readonly operator: '?:' | '??'; readonly value: Syntax; readonly otherwise: Syntax };
  readonly condition: { readonly test: Syntax; readonly then: Syntax; readonly otherwise?: Syntax };
  readonly block: { readonly parts: readonly Syntax[] };
  readonly bind: { readonly name: string; readonly value: Syntax };
  readonly call: { readonly callee: Syntax; readonly args: readonly Syntax[] };
  /** A function with some arguments given; the others, `?`, are undefined. */
  readonly partial: { readonly callee: Syntax; readonly args: readonly (Syntax | undefined)[] };
  readonly apply: { readonly left: Syntax; readonly right: Syntax };
  /** `signature` as written, `<n-n:n>`. */
  readonly lambda: { readonly parameters: readonly string[]; readonly body: Syntax; readonly signature?: string };
  readonly array: { readonly items: readonly Syntax[] };
  readonly object: { readonly pairs: readonly { readonly key: Syntax; readonly value: Syntax }[] };
  readonly regex: { readonly pattern: string; readonly flags: string };
  readonly unsupported: { readonly form: UnsupportedForm };
}

export type SyntaxKind = keyof Nodes;

export type SyntaxOf<K extends SyntaxKind> = { readonly [P in K]: { readonly kind: P; readonly span: Span } & Nodes[P] }[K];

export type Syntax = SyntaxOf<SyntaxKind>;
