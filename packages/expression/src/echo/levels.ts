// How tightly the words of a function hold together, so that brackets stand where a sentence could be read in two ways.
export const level = { choice: 0, or: 1, and: 2, test: 3, phrase: 4, sum: 5, product: 6, atom: 7 } as const;

export type Level = (typeof level)[keyof typeof level];

/** What the words make, and what they want of each argument; further arguments want what the last one wants. */
export interface Binding {
  readonly makes: Level;
  readonly wants: readonly Level[];
}

const test: Binding = { makes: level.test, wants: [level.phrase] };
const phrase: Binding = { makes: level.phrase, wants: [level.atom] };

const bindings: ReadonlyMap<string, Binding> = new Map(
  Object.entries<Binding>({
    add: { makes: level.sum, wants: [level.sum] },
    sub: { makes: level.sum, wants: [level.sum, level.product] },
    mul: { makes: level.product, wants: [level.product] },
    div: { makes: level.product, wants: [level.product, level.atom] },
    neg: { makes: level.product, wants: [level.atom] },
    least: { makes: level.phrase, wants: [level.sum] },
    greatest: { makes: level.phrase, wants: [level.sum] },
    and: { makes: level.and, wants: [level.test] },
    and3: { makes: level.and, wants: [level.test] },
    or: { makes: level.or, wants: [level.test] },
    or3: { makes: level.or, wants: [level.test] },
    not: { makes: level.test, wants: [level.atom] },
    not3: { makes: level.test, wants: [level.atom] },
    if: { makes: level.choice, wants: [level.or, level.phrase, level.choice] },
    case: { makes: level.choice, wants: [level.or, level.phrase] },
    coalesce: { makes: level.phrase, wants: [level.sum] },
    concat: { makes: level.phrase, wants: [level.phrase] },
    lt: test,
    le: test,
    gt: test,
    ge: test,
    eq: test,
    ne: test,
    in: test,
    eq3: test,
    ne3: test,
    in3: test,
    isMissing: test,
    exists: test,
    isBlank: test,
    truthy: test,
    contains: test,
    startsWith: test,
    endsWith: test,
    matches: test,
  }),
);

/** The binding of a function's words. */
export function bindingOf(fn: string): Binding {
  return bindings.get(fn) ?? phrase;
}
