// Patterns to fill in: what is written often, and is not one function. A number and a text in braces are the places, in the order they are filled.
import type { FormulaScope } from '@tierflow/expression';

export type PatternName = 'choice' | 'otherwise' | 'total' | 'number' | 'last' | 'lookup' | 'named';

export interface Pattern {
  readonly name: PatternName;
  readonly insert: string;
  /** As it looks before the places are filled. */
  readonly preview: string;
}

/** The patterns that can stand here; those over lines speak of the first collection there is. */
export function patterns(scope: FormulaScope): readonly Pattern[] {
  const collection = scope.line === undefined ? scope.names().flatMap((name) => scope.collection(name) ?? [])[0] : undefined;
  const number = collection?.fields.find(({ type }) => type === 'number')?.name;
  const general: readonly (readonly [PatternName, string])[] = [
    ['choice', `${place(1, 'true')} ? ${place(2, '1')} : ${place(3, '0')}`],
    ['otherwise', `${place(1, 'value')} ?? ${place(2, '0')}`],
    ['lookup', `\\$lookup({"${place(1, 'A')}": ${place(2, '3')}, "${place(3, 'B')}": ${place(4, '2')}}, ${place(5, 'name')})`],
    ['named', `(\\$${place(1, 'x')} := ${place(2, 'value')}; \\$${place(1, 'x')})`],
  ];
  const lines = collection === undefined || number === undefined ? [] : overLines(placed(collection.name), placed(number), collection.time);
  return [...lines, ...general].map(([name, insert]) => ({ name, insert, preview: previewOf(insert) }));
}

function overLines(name: string, number: string, time: string | undefined): readonly (readonly [PatternName, string])[] {
  const condition = place(1, `${number} > 0`);
  const last: readonly (readonly [PatternName, string])[] =
    time === undefined ? [] : [['last', `(${name}^(${placed(time)}).${number})[-1]`]];
  return [['total', `\\$sum(${name}[${condition}].${number})`], ['number', `\\$count(${name}[${condition}])`], ...last];
}

/** A place to fill in. */
function place(at: number, text: string): string {
  return `\${${at}:${text}}`;
}

/** A name inside a pattern: in back quotes where it needs them, and with no sign that means a place. */
function placed(name: string): string {
  const written = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
  return written.replaceAll(/[$}\\]/g, '\\$&');
}

function previewOf(insert: string): string {
  return insert.replaceAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1').replaceAll(/\\([$}\\])/g, '$1');
}
