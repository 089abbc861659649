// Rows of cells as aligned text. Chinese characters are two columns wide on a terminal.

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names from files must not steer the terminal
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

export type Align = 'left' | 'right';

/** Columns of a text on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** Text from people's files with control characters made visible. */
export function plain(text: string): string {
  return text.replace(CONTROL, '�');
}

/** Lines of the table, two blanks between columns, no blanks at line ends. */
export function textTable(rows: readonly (readonly string[])[], align: readonly Align[]): string {
  const cells = rows.map((row) => row.map(plain));
  const widths = align.map((_, at) => cells.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0));
  const line = (row: readonly string[]): string =>
    align
      .map((side, at) => {
        const text = row[at] ?? '';
        const blank = ' '.repeat((widths[at] ?? 0) - widthOf(text));
        return side === 'right' ? blank + text : text + blank;
      })
      .join('  ')
      .trimEnd();
  return cells.map((row) => `${line(row)}\n`).join('');
}
