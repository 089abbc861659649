// The constant pool of generated code. Because numbers and names stand here and not in the text, definitions that
// differ in values only share one text, and a text that has run before is warm already.

export interface Constants {
  readonly add: (value: unknown) => string;
  readonly values: readonly unknown[];
  /** `const k0 = K[0], …` */
  readonly declare: () => string;
}

export function constantPool(): Constants {
  const values: unknown[] = [];
  const objects = new Map<unknown, string>();
  return {
    values,
    add: (value) => {
      const known = objects.get(value);
      if (known !== undefined) return known;
      const name = `k${values.push(typeof value === 'string' ? unique(value) : value) - 1}`;
      // Numbers and texts get a constant each, so that the text does not depend on which of them are equal.
      if (typeof value === 'object' || typeof value === 'function') objects.set(value, name);
      return name;
    },
    // The plus tells the engine once, outside the loop, that it is a number.
    declare: () =>
      values.length === 0
        ? ''
        : `const ${values.map((value, at) => `k${at} = ${typeof value === 'number' ? '+' : ''}K[${at}]`).join(', ')};`,
  };
}

/** The engine's one copy of a text, which is compared and looked up by its address; a text cut out of another is not. */
function unique(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}

/** Compiled texts; give one to several compilations to share warm code. */
export type CodeCache = Map<string, (...args: never[]) => unknown>;

/** Makes a function from text made by this package. */
export function compileText<F extends (...args: never[]) => unknown>(
  parameters: readonly string[],
  text: string,
  cache: CodeCache | undefined,
): F {
  const source = `'use strict';\n${text}`;
  const known = cache?.get(source);
  if (known !== undefined) return known as F;
  const made = new Function(...parameters, source) as F;
  cache?.set(source, made);
  return made;
}
