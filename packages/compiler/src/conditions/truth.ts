// Yes-no statements about independent facts as ordered decision diagrams: two statements agree on every row of their truth
// table exactly if they are the same number here. So a table of 2^40 rows is compared without walking it.

/** A statement, by its number. */
export type Truth = number;

export const NEVER: Truth = 0;
export const ALWAYS: Truth = 1;

export interface Truths {
  /** The statement that is this fact of a subject. */
  readonly fact: (key: string, subject: string) => Truth;
  readonly and: (left: Truth, right: Truth) => Truth;
  readonly or: (left: Truth, right: Truth) => Truth;
  readonly not: (of: Truth) => Truth;
  /** False once more than `most` steps were taken: answers mean nothing from then on. */
  readonly sound: () => boolean;
}

interface Split {
  readonly fact: number;
  readonly no: Truth;
  readonly yes: Truth;
}

/** More facts of one subject than a formula can hold. */
const FACTS_OF_ONE = 100_000;

/** A fresh table of statements. Facts are decided as they are first named, or those of one subject together: one may be small where the other is not. */
export function truths(most: number, order: 'named' | 'subject'): Truths {
  const subjects = new Map<string, Map<string, number>>();
  const splits: Split[] = [
    { fact: Number.POSITIVE_INFINITY, no: NEVER, yes: NEVER },
    { fact: Number.POSITIVE_INFINITY, no: ALWAYS, yes: ALWAYS },
  ];
  const numbers = new Map<string, Truth>();
  const known = new Map<string, Truth>();
  const at = (of: Truth): Split => splits[of] as Split;
  const split = (fact: number, no: Truth, yes: Truth): Truth => {
    if (no === yes) return no;
    const key = `${fact} ${no} ${yes}`;
    const before = numbers.get(key);
    if (before !== undefined) return before;
    const made = splits.push({ fact, no, yes }) - 1;
    numbers.set(key, made);
    return made;
  };
  /** `test` true → `then`, else `otherwise`. */
  const choose = (test: Truth, then: Truth, otherwise: Truth): Truth => {
    if (test === ALWAYS || then === otherwise) return then;
    if (test === NEVER) return otherwise;
    if (then === ALWAYS && otherwise === NEVER) return test;
    const key = `${test} ${then} ${otherwise}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const fact = Math.min(at(test).fact, at(then).fact, at(otherwise).fact);
    const side = (of: Truth, way: 'no' | 'yes'): Truth => (at(of).fact === fact ? at(of)[way] : of);
    const half = (way: 'no' | 'yes'): Truth => choose(side(test, way), side(then, way), side(otherwise, way));
    const made = known.size > most ? NEVER : split(fact, half('no'), half('yes'));
    known.set(key, made);
    return made;
  };
  return {
    fact: (key, named) => {
      const subject = order === 'subject' ? named : '';
      const facts = subjects.get(subject) ?? new Map<string, number>();
      if (facts.size === 0) subjects.set(subject, facts.set('', subjects.size * FACTS_OF_ONE));
      const whole = `${key} ${named}`;
      const place = facts.get(whole) ?? (facts.get('') as number) + facts.size;
      facts.set(whole, place);
      return split(place, NEVER, ALWAYS);
    },
    and: (left, right) => choose(left, right, NEVER),
    or: (left, right) => choose(left, ALWAYS, right),
    not: (of) => choose(of, NEVER, ALWAYS),
    sound: () => known.size <= most,
  };
}
