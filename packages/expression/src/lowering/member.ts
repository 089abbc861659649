// A name → what it stands for, in the record, in a line, in lines or in an object.
import type { Field } from '@tierflow/definition';
import { closest } from '../closest.ts';
import type { FormulaCollection } from '../scope.ts';
import { slipIn } from '../syntax/syntax-error.ts';
import type { Span } from '../syntax/tree.ts';
import { linesOf } from './aggregate.ts';
import { reading } from './build-expr.ts';
import type { Lowering } from './lowering.ts';
import { nothing, type RecordShape, type Scalar, type Shape } from './shape.ts';

export function memberOf(shape: Shape, name: string, span: Span, lowering: Lowering): Shape | undefined {
  switch (shape.kind) {
    case 'root':
      return memberOfRoot(name, span, lowering);
    case 'row':
      return memberOfLine(shape.collection, shape.line, { name, span }, lowering);
    case 'lines': {
      if (shape.value !== undefined) return reportNoFields(name, span, lowering);
      const value = memberOfLine(shape.collection, shape.line, { name, span }, lowering);
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

/** A column or collection of the scope; undefined, without a report, if there is none. */
export function lookUp(name: string, lowering: Lowering): Shape | undefined {
  const column = lowering.scope.column(name);
  if (column !== undefined) {
    lowering.read(name);
    return reading(column.expr, column.type, column.decimals === undefined ? {} : { decimals: column.decimals });
  }
  const collection = lowering.scope.collection(name);
  if (collection === undefined) return undefined;
  lowering.read(name);
  return linesOf(collection, lowering);
}

function memberOfRoot(name: string, span: Span, lowering: Lowering): Shape | undefined {
  return lookUp(name, lowering) ?? reportUnknown(name, span, lowering.scope.names(), lowering);
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

function memberOfLine(collection: FormulaCollection, line: number, { name, span }: Named, lowering: Lowering): Scalar | undefined {
  const field = collection.fields.find((candidate: Field) => candidate.name === name);
  if (field !== undefined) return reading({ op: 'line', name }, field.type, { line });
  const outside = lowering.scope.column(name) ?? lowering.scope.collection(name);
  if (outside === undefined) {
    return reportUnknown(
      name,
      span,
      collection.fields.map((candidate) => candidate.name),
      lowering,
    );
  }
  const instead = `$$.${quoted(name)}`;
  return lowering.report(
    'formula.name-of-customer',
    span,
    { name, collection: collection.name, instead },
    mended(lowering.text, span, instead),
  );
}

function memberOfList(items: readonly (Scalar | RecordShape)[], name: string, span: Span, lowering: Lowering): Shape | undefined {
  const found: Scalar[] = [];
  for (const item of items) {
    const member = item.kind === 'record' ? item.fields.get(name) : undefined;
    if (item.kind === 'scalar') return reportNoFields(name, span, lowering);
    if (member === undefined || member.kind === 'nothing') continue;
    if (member.kind !== 'scalar') return reportNoFields(name, span, lowering);
    found.push(member);
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

/** A name as it stands in a formula: in back quotes unless it is one plain word. */
export function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !KEYWORDS.has(name) ? name : `\`${name}\``;
}

const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

function mended(text: string, { from, to }: Span, instead: string): string {
  return text.slice(0, from) + instead + text.slice(to);
}
