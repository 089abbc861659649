// A name → what it stands for, in the record, in a line, in lines or in an object.
import { closest } from '../closest.ts';
import { formulaName } from '../formula-name.ts';
import { limits } from '../limits.ts';
import { slipIn } from '../syntax/syntax-error.ts';
import type { Span } from '../syntax/tree.ts';
import { linesOf } from './aggregate.ts';
import { reading } from './build-expr.ts';
import { lookUp } from './look-up.ts';
import type { Lowering } from './lowering.ts';
import { rowOfPicked, valueOfPicked } from './picked-line.ts';
import { type Item, type Lines, type List, nothing, type Root, type Row, type Scalar, type Shape } from './shape.ts';

export function memberOf(shape: Shape, name: string, span: Span, lowering: Lowering): Shape | undefined {
  switch (shape.kind) {
    case 'root':
      return memberOfRoot(shape, name, span, lowering);
    case 'row':
      return memberOfLine(shape, { name, span }, lowering);
    case 'picked': {
      const { fresh, row } = rowOfPicked(shape, { span, lowering });
      const made = memberOfLine(row, { name, span }, lowering);
      return made?.kind === 'row'
        ? { ...shape, lines: { ...shape.lines, prefix: made.prefix } }
        : valueOfPicked(shape, fresh, made, { span, lowering });
    }
    case 'lines': {
      const inner = innerCollection(shape, name, lowering);
      if (inner !== undefined) return inner;
      if (shape.value !== undefined) return reportNoFields(name, span, lowering);
      const value = memberOfLine(
        { kind: 'row', collection: shape.collection, line: shape.line, prefix: shape.prefix },
        { name, span },
        lowering,
      );
      if (value?.kind === 'row') return { ...shape, prefix: value.prefix };
      return value === undefined ? undefined : { ...shape, value };
    }
    case 'record':
      return shape.fields.get(name) ?? nothing;
    case 'list':
      return memberOfList(shape.items, name, span, lowering);
    case 'nothing':
      return nothing;
    default:
      return reportNoFields(name, span, lowering);
  }
}

/** `a.` and `a.b.` of `a.b.c`. */
export function prefixesOf(name: string): readonly string[] {
  const parts = name.split('.').slice(0, 20);
  return parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join('.')}.`);
}

/** Names behind a prefix, up to the next dot. */
function namesBehind(prefix: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

function memberOfRoot(record: Root, name: string, span: Span, lowering: Lowering): Shape | undefined {
  const full = record.prefix + name;
  const found = lookUp(full, lowering);
  if (found !== undefined) return found;
  if (lowering.isPrefix(`${full}.`)) return { kind: 'root', prefix: `${full}.` };
  return reportUnknown(name, span, namesBehind(record.prefix, lowering.scope.names()), lowering);
}

/** `orders.items`, where there is a collection of that name: all lines inside the lines. */
function innerCollection(lines: Lines, name: string, lowering: Lowering): Lines | undefined {
  if (lines.value !== undefined || lines.order !== undefined || lines.where !== undefined) return undefined;
  const found = lowering.scope.collection(`${lines.collection.name}.${lines.prefix}${name}`);
  if (found === undefined) return undefined;
  lowering.read(found.name);
  return { ...linesOf(found, lowering), inner: true };
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

function memberOfLine(row: Row, { name, span }: Named, lowering: Lowering): Scalar | Row | undefined {
  const { collection, line, prefix } = row;
  const full = prefix + name;
  const field = collection.fields.find((candidate) => candidate.name === full);
  if (field !== undefined) return reading({ op: 'line', name: full }, field.type, { line });
  if (collection.fields.some((candidate) => candidate.name.startsWith(`${full}.`))) return { ...row, prefix: `${full}.` };
  const outside = lowering.scope.column(name) ?? lowering.scope.collection(name);
  const names = collection.fields.map((candidate) => candidate.name);
  if (outside === undefined || prefix !== '') return reportUnknown(name, span, namesBehind(prefix, names), lowering);
  const instead = `$$.${quoted(name)}`;
  return lowering.report(
    'formula.name-of-customer',
    span,
    { name, collection: collection.name, instead },
    mended(lowering.text, span, instead),
  );
}

/** The member of every item; lists in it become part of the one list. */
function memberOfList(items: readonly Item[], name: string, span: Span, lowering: Lowering): List | undefined {
  if (!lowering.spend(items.length, span)) return undefined;
  const found: Item[] = [];
  for (const item of items) {
    if (item.kind === 'scalar') return reportNoFields(name, span, lowering);
    const member = item.kind === 'record' ? (item.fields.get(name) ?? nothing) : memberOfList(item.items, name, span, lowering);
    if (member === undefined) return undefined;
    if (member.kind === 'scalar' || member.kind === 'record') found.push(member);
    else if (member.kind === 'list') found.push(...member.items);
    else if (member.kind !== 'nothing') return reportNoFields(name, span, lowering);
    if (found.length > limits.list) return lowering.report('formula.list-too-long', span, { limit: limits.list });
  }
  return { kind: 'list', items: found, sequence: true };
}

function reportNoFields(name: string, span: Span, { report }: Lowering): undefined {
  return report('formula.no-fields', span, { name });
}

function reportUnknown(name: string, span: Span, known: readonly string[], { report, text }: Lowering): undefined {
  const slip = slipIn(name);
  if (slip !== undefined) {
    const repaired = slip.instead.includes('…')
      ? undefined
      : mended(text, span, text.slice(span.from, span.to).replaceAll(slip.found, slip.instead));
    return report('formula.slip', span, slip, repaired);
  }
  const close = closest(name, known);
  if (close === undefined) return report('formula.unknown-name', span, { name });
  return report('formula.unknown-name-close', span, { name, close }, mended(text, span, quoted(close)));
}

/** A name as it stands in a formula. */
export function quoted(name: string): string {
  return formulaName(name) ?? `\`${name}\``;
}

function mended(text: string, { from, to }: Span, instead: string): string {
  return text.slice(0, from) + instead + text.slice(to);
}
