// Two columns copied from a spreadsheet, as pairs of texts.

export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** Undefined for a text that is no table: it is then pasted into the field as any other. */
export function pastedPairs(text: string): readonly Pair[] | undefined {
  const lines = text.replace(/[\r\n]+$/, '').split(/\r\n|\r|\n/);
  if (lines.length === 1 && !text.includes('\t')) return undefined;
  return lines.flatMap((line): Pair[] => {
    const [from = '', to = ''] = line.split('\t').map(unquoted);
    return from === '' && to === '' ? [] : [{ from, to }];
  });
}

/** Spreadsheets put quotes around cells that hold one. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** The pairs with pasted ones put in at a place; an empty row there gives way. */
export function withPasted(pairs: readonly Pair[], at: number, pasted: readonly Pair[]): readonly Pair[] {
  return [...pairs.slice(0, at), ...pasted, ...pairs.slice(at + (isEmpty(pairs[at]) ? 1 : 0))];
}

function isEmpty(pair: Pair | undefined): boolean {
  return pair !== undefined && pair.from === '' && pair.to === '';
}
