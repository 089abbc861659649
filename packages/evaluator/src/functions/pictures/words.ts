// Whole numbers in English words, and back.

const SMALL = [
  ...['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve', 'Thirteen', 'Fourteen'],
  ...['Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen'],
];
const ORDINALS = [
  ...['Zeroth', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth', 'Eleventh', 'Twelfth'],
  ...['Thirteenth', 'Fourteenth', 'Fifteenth', 'Sixteenth', 'Seventeenth', 'Eighteenth', 'Nineteenth'],
];
const TENS = ['Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety'];
const THOUSANDS = ['Thousand', 'Million', 'Billion', 'Trillion'];

/** `Three Thousand, Seven Hundred and Thirty-First`. */
export function numberToWords(value: number, ordinal: boolean): string {
  return wordsOf(value, false, ordinal);
}

function wordsOf(value: number, follows: boolean, ordinal: boolean): string {
  const and = follows ? ' and ' : '';
  if (value < 20) return and + ((ordinal ? ORDINALS : SMALL)[value] ?? '');
  if (value < 100) {
    const ten = TENS[Math.floor(value / 10) - 2] ?? '';
    const rest = value % 10;
    if (rest > 0) return `${and}${ten}-${wordsOf(rest, false, ordinal)}`;
    return and + (ordinal ? `${ten.slice(0, -1)}ieth` : ten);
  }
  const comma = follows ? ', ' : '';
  if (value < 1000) return comma + withRest(`${SMALL[Math.floor(value / 100)]} Hundred`, value % 100, ordinal);
  const level = Math.min(Math.floor(Math.log10(value) / 3), THOUSANDS.length);
  const factor = 10 ** (level * 3);
  const many = Math.floor(value / factor);
  return comma + withRest(`${wordsOf(many, false, false)} ${THOUSANDS[level - 1]}`, value - many * factor, ordinal);
}

function withRest(words: string, rest: number, ordinal: boolean): string {
  if (rest > 0) return words + wordsOf(rest, true, ordinal);
  return ordinal ? `${words}th` : words;
}

const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...SMALL, ...ORDINALS].map((word, at): [string, number] => [word.toLowerCase(), at % SMALL.length]),
  ...TENS.flatMap((word, at): [string, number][] => [
    [word.toLowerCase(), (at + 2) * 10],
    [`${word.toLowerCase().slice(0, -1)}ieth`, (at + 2) * 10],
  ]),
  ['hundred', 100],
  ['hundredth', 100],
  ...THOUSANDS.flatMap((word, at): [string, number][] => [
    [word.toLowerCase(), 10 ** ((at + 1) * 3)],
    [`${word.toLowerCase()}th`, 10 ** ((at + 1) * 3)],
  ]),
]);

/** A number's words in a pattern for either engine. */
export const wordPattern = `(?:${[...[...VALUES.keys()].sort((a, b) => b.length - a.length), 'and', '[\\-, ]'].join('|')})+`;

/** The number of words in lower case; undefined where a word is none of a number. */
export function wordsToNumber(text: string): number | undefined {
  const parts: number[] = [0];
  for (const word of text.split(/,\s|\sand\s|[\s\\-]/)) {
    const value = VALUES.get(word);
    if (value === undefined) return undefined;
    const last = parts.pop() ?? 0;
    if (value >= 100) parts.push(last * value);
    else if (last >= 1000) parts.push(last, value);
    else parts.push(last + value);
  }
  return parts.reduce((sum, part) => sum + part, 0);
}
