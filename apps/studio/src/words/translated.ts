// The shape another language must have: the same keys, but Chinese has no singular form.

/** The words of a language without plural forms for the words of English. */
export type Translated<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translated<T[K]>;
};
