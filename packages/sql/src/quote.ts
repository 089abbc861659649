// The one place where names and values become SQL text.
import { formatDay } from '@tierflow/definition';
import { SqlRefusal } from './refusal.ts';

/** A name as an identifier. Nothing can stand for NUL in one. */
export function quoteName(name: string): string {
  if (name.includes('\0')) throw new SqlRefusal('sql.name', name);
  return `"${sound(name).replaceAll('"', '""')}"`;
}

/** A text as a literal. NUL, which would end the query's text, is written as a character code. */
export function quoteText(text: string): string {
  const parts = sound(text)
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' || chr(0) || ')})`;
}

/** A finite number as a DOUBLE literal: the exponent keeps it from being read as DECIMAL, parentheses keep `--` from starting a comment. */
export function quoteNumber(value: number): string {
  if (!Number.isFinite(value)) throw new SqlRefusal('sql.number', String(value));
  const text = String(value);
  const literal = text.includes('e') ? text : `${text}e0`;
  return value < 0 ? `(${literal})` : literal;
}

/** A day number as a DATE literal. */
export function quoteDay(day: number): string {
  return `DATE '${formatDay(day)}'`;
}

/** Half a surrogate pair has no UTF-8: written as it stands it would turn into another text. */
function sound(text: string): string {
  if (!text.isWellFormed()) throw new SqlRefusal('sql.text', text.toWellFormed());
  return text;
}
