// Templates of sentences. Between Han and Latin signs stands a gap, wherever a part is put in.

export type Parts = { readonly [name: string]: string };

/** The template with its parts put in. */
export function filled(template: string, parts: Parts): string {
  return template
    .split(/(\{\w+\})/)
    .map((piece) => (/^\{\w+\}$/.test(piece) ? (parts[piece.slice(1, -1)] ?? '') : piece))
    .filter((piece) => piece !== '')
    .reduce((text, piece) => text + gap(text, piece) + piece, '');
}

const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}\p{N}$_−]/u;

function gap(before: string, after: string): string {
  const [left, right] = [before.at(-1) ?? '', after.charAt(0)];
  return (han.test(left) && latin.test(right)) || (latin.test(left) && han.test(right)) ? ' ' : '';
}
