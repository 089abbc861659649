// Pieces of SQL that know in which layer of the query all they read is there. Texts enter only through the quoting functions.
import { quoteDay, quoteName, quoteNumber, quoteText } from '../quote.ts';

export interface Fragment {
  readonly text: string;
  /** Layer of the query whose columns it reads: 0 is the source. */
  readonly row: number;
  /** Layer of the lines it reads inside an aggregate: -1 none, 0 the lines as they come. */
  readonly line: number;
  /** A literal or a name: costs nothing to write twice. */
  readonly atom: boolean;
}

/** SQL text with fragments in it. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Fragment[]): Fragment {
  return { ...layersOf(parts), text: strings.reduce((text, next, at) => text + (parts[at - 1]?.text ?? '') + next), atom: false };
}

/** Fragments with a separator of SQL between them. */
export function joined(parts: readonly Fragment[], separator: string): Fragment {
  return { ...layersOf(parts), text: parts.map((part) => part.text).join(separator), atom: parts.length === 1 && parts[0]?.atom === true };
}

function layersOf(parts: readonly Fragment[]): { readonly row: number; readonly line: number } {
  return { row: Math.max(0, ...parts.map((part) => part.row)), line: Math.max(-1, ...parts.map((part) => part.line)) };
}

const atom = (text: string): Fragment => ({ text, row: 0, line: -1, atom: true });

export const number = (value: number): Fragment => atom(quoteNumber(value));
/** A whole number as an INTEGER or BIGINT literal. */
export const integer = (value: number): Fragment => atom(value < 0 ? `(${BigInt(value)})` : String(BigInt(value)));
export const text = (value: string): Fragment => atom(quoteText(value));
export const day = (value: number): Fragment => atom(quoteDay(value));
export const boolean = (value: boolean): Fragment => atom(value ? 'TRUE' : 'FALSE');

/** A column of a layer. */
export function column(name: string, row: number): Fragment {
  return { text: quoteName(name), row, line: -1, atom: true };
}

/** The line at hand, in lambdas over the lines of a collection. */
export const line: Fragment = { text: '"~line"', row: 0, line: 0, atom: true };

/** A field of the line at hand. */
export function lineField(field: string, layer: number): Fragment {
  return { text: `${line.text}.${quoteName(field)}`, row: 0, line: layer, atom: true };
}

/** What stands outside of the lambda over lines that reads it. */
export function overLines(part: Fragment): Fragment {
  return { ...part, line: -1 };
}
