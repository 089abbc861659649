// What is computed once and read by name: the columns of the query's layers, and the fields added to lines inside an aggregate.
import { quoteName } from '../quote.ts';
import { column, type Fragment, lineField } from './fragment.ts';

/** Names for parts of a program; parts of the same text share one. */
export interface Layers {
  /** The fragment itself if it costs nothing to write twice, else a name for it. */
  readonly bind: (part: Fragment) => Fragment;
  /** Gives a part a column of the query's own. */
  readonly define: (name: string, part: Fragment) => Fragment;
  /** The query's layers over a source, innermost first. */
  readonly over: (source: string) => string;
  /** Names that `bind` made. */
  readonly inner: () => readonly string[];
}

interface Named {
  readonly name: string;
  readonly part: Fragment;
}

export function rowLayers(give: (wanted: string) => string): Layers {
  const named: Named[] = [];
  const known = new Map<string, Fragment>();
  const inner: string[] = [];
  const define = (name: string, part: Fragment): Fragment => {
    named.push({ name, part });
    return column(name, part.row + 1);
  };
  const bind = (part: Fragment): Fragment => {
    if (part.atom) return part;
    const before = known.get(part.text);
    if (before !== undefined) return before;
    const name = give(`~${inner.length + 1}`);
    inner.push(name);
    const bound = define(name, part);
    known.set(part.text, bound);
    return bound;
  };
  return { bind, define, over: (source) => layered(source, named), inner: () => inner };
}

/** One SELECT for each layer: everything that reads the layer below and nothing above it. */
function layered(source: string, named: readonly Named[]): string {
  const layers = Math.max(-1, ...named.map(({ part }) => part.row)) + 1;
  let query = source;
  for (let layer = 0; layer < layers; layer++) {
    const columns = named.filter(({ part }) => part.row === layer).map(({ name, part }) => `${part.text} AS ${quoteName(name)}`);
    query = `(SELECT *, ${columns.join(', ')}\nFROM ${query})`;
  }
  return query;
}

/** Fields added to the lines of one aggregate. */
export interface LineLayers {
  readonly bind: (part: Fragment) => Fragment;
  /** Layers of added fields, innermost first; each is the text of `struct_insert`'s members. */
  readonly added: () => readonly Fragment[];
}

export function lineLayers(): LineLayers {
  const named: Named[] = [];
  const known = new Map<string, Fragment>();
  const bind = (part: Fragment): Fragment => {
    if (part.atom) return part;
    const before = known.get(part.text);
    if (before !== undefined) return before;
    const name = `~${named.length + 1}`;
    named.push({ name, part });
    // What the part reads of the row has to be there as well.
    const bound = { ...lineField(name, part.line + 1), row: part.row };
    known.set(part.text, bound);
    return bound;
  };
  const added = (): readonly Fragment[] => {
    const layers = Math.max(-1, ...named.map(({ part }) => part.line)) + 1;
    return Array.from({ length: layers }, (_, layer) => {
      const here = named.filter(({ part }) => part.line === layer);
      const members = here.map(({ name, part }) => `${quoteName(name)} := ${part.text}`);
      return { text: members.join(', '), row: Math.max(0, ...here.map(({ part }) => part.row)), line: layer, atom: false };
    });
  };
  return { bind, added };
}
