// The part of Markdown that help pages use, read into blocks: headings, paragraphs, lists, tables, code, and inside
// them emphasis, code and links. Everything else is text; nothing becomes HTML.

export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly type: 'link'; readonly to: string; readonly parts: readonly Inline[] };

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly parts: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] };

/** The blocks of a page. */
export function parseMarkdown(text: string): readonly Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1;
      continue;
    }
    const { block, next } = blockAt(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Read {
  readonly block: Block;
  readonly next: number;
}

function blockAt(lines: readonly string[], at: number): Read {
  const line = lines[at] ?? '';
  if (line.startsWith('```')) return codeAt(lines, at);
  const heading = /^(#{1,4})\s+(.*)$/.exec(line);
  if (heading !== null)
    return { block: { type: 'heading', level: heading[1]?.length ?? 1, parts: parseInline(heading[2] ?? '') }, next: at + 1 };
  if (bullet.test(line) || numbered.test(line)) return listAt(lines, at, numbered.test(line));
  if (isRow(line) && /^\s*\|?[\s:|-]+\|?\s*$/.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) return tableAt(lines, at);
  const end = endOf(lines, at + 1, (next) => next.trim() !== '' && !starts(next));
  return {
    block: {
      type: 'paragraph',
      parts: parseInline(
        lines
          .slice(at, end)
          .map((each) => each.trim())
          .join('\n'),
      ),
    },
    next: end,
  };
}

const bullet = /^\s*[-*]\s+/;
const numbered = /^\s*\d+[.)]\s+/;

function starts(line: string): boolean {
  return /^#{1,4}\s/.test(line) || line.startsWith('```') || bullet.test(line) || numbered.test(line) || isRow(line);
}

function isRow(line: string): boolean {
  return line.trim().startsWith('|');
}

function endOf(lines: readonly string[], from: number, more: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && more(lines[at] ?? '')) at += 1;
  return at;
}

function codeAt(lines: readonly string[], at: number): Read {
  const end = endOf(lines, at + 1, (line) => !line.startsWith('```'));
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function listAt(lines: readonly string[], at: number, ordered: boolean): Read {
  const sign = ordered ? numbered : bullet;
  const end = endOf(lines, at, (line) => sign.test(line) || (/^\s{2,}\S/.test(line) && !bullet.test(line)));
  const items: string[] = [];
  for (const line of lines.slice(at, end)) {
    if (sign.test(line)) items.push(line.replace(sign, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { block: { type: 'list', ordered, items: items.map(parseInline) }, next: end };
}

function tableAt(lines: readonly string[], at: number): Read {
  const end = endOf(lines, at + 2, isRow);
  const cells = (line: string) => {
    const plain = line.trim().replace(/^\|/, '').replace(/\|$/, '');
    return plain.split(/(?<!\\)\|/).map((cell) => parseInline(cell.trim().replaceAll('\\|', '|')));
  };
  return { block: { type: 'table', head: cells(lines[at] ?? ''), rows: lines.slice(at + 2, end).map(cells) }, next: end };
}

const marks =
  /(?<!`)(`+)(?!`)([\s\S]+?)(?<!`)\1(?!`)|\*\*(.+?)\*\*|(?<![\p{L}\p{N}*])\*([^*\s][^*]*)\*|(?<![\p{L}\p{N}_])_([^_\s][^_]*)_(?![\p{L}\p{N}_])|\[([^\]]+)\]\(([^)\s]+)\)/gu;

/** Emphasis, code and links inside a line. */
export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) parts.push({ type: 'text', text: text.slice(from, match.index) });
    from = match.index + match[0].length;
    const [, , code, strong, star, underscore, label, to] = match;
    if (code !== undefined) parts.push({ type: 'code', text: code.replace(/^ (.*`.*) $/, '$1') });
    else if (strong !== undefined) parts.push({ type: 'strong', parts: parseInline(strong) });
    else if (label !== undefined && to !== undefined) parts.push(linkOf(label, to));
    else parts.push({ type: 'emphasis', parts: parseInline(star ?? underscore ?? '') });
  }
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) });
  return parts;
}

/** Only addresses of the web are links; others stay text. */
function linkOf(label: string, to: string): Inline {
  return /^https?:\/\//i.test(to) ? { type: 'link', to, parts: parseInline(label) } : { type: 'text', text: label };
}
