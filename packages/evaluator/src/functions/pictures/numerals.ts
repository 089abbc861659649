// Whole numbers as Roman numerals and as letters (A … Z, AA …), and back.

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const ROMAN_VALUES: ReadonlyMap<string, number> = new Map(
  ROMAN.filter(([, sign]) => sign.length === 1).map(([value, sign]) => [sign, value]),
);

/** In lower case; nothing for 0. */
export function toRoman(value: number): string {
  let left = value;
  let written = '';
  for (const [size, sign] of ROMAN) {
    written += sign.repeat(Math.floor(left / size));
    left %= size;
  }
  return written;
}

/** The value of Roman numerals in lower case. */
export function fromRoman(text: string): number {
  let sum = 0;
  let largest = 1;
  for (const sign of [...text].reverse()) {
    const value = ROMAN_VALUES.get(sign) ?? 0;
    if (value < largest) sum -= value;
    else {
      largest = value;
      sum += value;
    }
  }
  return sum;
}

/** In lower case; nothing for 0. */
export function toLetters(value: number): string {
  let written = '';
  for (let left = value; left > 0; left = Math.floor((left - 1) / 26)) written = String.fromCharCode(((left - 1) % 26) + 97) + written;
  return written;
}

/** The value of letters in lower case. */
export function fromLetters(text: string): number {
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}
