// Texts into vectors of the database engine.
import type { Dictionary } from '../columns/dictionary.ts';

interface TextVector {
  setItem(index: number, text: string | null): void;
  flush(): void;
}

/** A column of texts: a code per row, 0 for missing. */
export interface Texts {
  readonly codes: Uint32Array;
  readonly dictionary: Dictionary;
}

/** Whether rows are written as texts: where most differ. Otherwise their codes are, and the engine joins the texts to them. */
export function isWritten({ codes, dictionary }: Texts): boolean {
  return dictionary.size * 2 > codes.length;
}

/** Puts texts of rows into a vector. */
export function textsOf({ codes, dictionary }: Texts): (vector: unknown, from: number, to: number) => void {
  return (vector, from, to) => {
    const target = vector as TextVector;
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      target.setItem(row - from, code === 0 ? null : dictionary.text(code));
    }
    target.flush();
  };
}
