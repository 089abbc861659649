// What a piece of a formula stands for while it is lowered. Only scalars reach the result; the others are taken in
// by the functions and paths around them.
import type { Expr, ValueType } from '@tierflow/definition';
import type { FormulaCollection } from '../scope.ts';
import type { Span, Syntax } from '../syntax/tree.ts';

/** One value, with what evaluators and checks want to know of it. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly expr: Expr;
  readonly type: ValueType;
  /** Whole number times 10^-decimals; absent for other numbers. */
  readonly decimals?: number;
  /** Can be missing. */
  readonly optional: boolean;
  /** Its value if it stands in the text as such. */
  readonly constant?: boolean | number | string;
  /** The iteration over lines whose line it reads. */
  readonly line?: number;
  /** Holds an aggregate, which must not stand inside another. */
  readonly aggregates?: true;
  /** Nodes and levels of `expr`, kept so that shared parts are never walked. */
  readonly size: number;
  readonly depth: number;
}

/** JSONata's "nothing" of no type in particular. */
export interface Nothing {
  readonly kind: 'nothing';
}

/** The customer's record, `$$`, or with a prefix the part of it whose columns are named `address.…`. */
export interface Root {
  readonly kind: 'root';
  readonly prefix: string;
}

/** One line of a collection, inside a predicate, a step or a function over lines. */
export interface Row {
  readonly kind: 'row';
  /** As for the record: `orders.address` is the part of the line whose fields are named `address.…`. */
  readonly prefix: string;
  readonly collection: FormulaCollection;
  readonly line: number;
}

/** Lines of a collection, or with `value` one value per line (lines where it is missing drop out). */
export interface Lines {
  readonly kind: 'lines';
  readonly collection: FormulaCollection;
  readonly line: number;
  readonly prefix: string;
  readonly where?: Scalar;
  readonly value?: Scalar;
  readonly distinct?: true;
  /** Lines inside lines: a position behind them would count anew in each outer line. */
  readonly inner?: true;
  /** In the order of this value, the smallest first unless it falls. */
  readonly order?: Scalar;
  readonly descending?: true;
}

/** An item of a list; a list inside a list stays one. */
export type Item = Scalar | RecordShape | List;

/** A list written in the formula. Items that are missing drop out when it is read. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Item[];
  /** Came out of a path or a function: with no item left it is missing, not an empty list. */
  readonly sequence?: true;
  /** Items keep their positions even if some are missing. */
  readonly fixed?: true;
}

/** An object written in the formula. */
export interface RecordShape {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, Shape>;
}

/** Variables of a block or function. */
export interface Frame {
  /** Undefined for a variable nobody set; `failed` for one whose value has an error of its own. */
  readonly look: (name: string) => Shape | 'failed' | undefined;
  readonly set: (name: string, value: Shape | undefined) => void;
  readonly names: () => readonly string[];
}

/** One parameter of a signature, by the letters of JSONata. */
export interface SignatureParameter {
  readonly letter: string;
  /** Letters of what it takes; `m` is something missing. */
  readonly accepts: string;
  /** `-`: left out, it is the value at hand. `?`: may be left out. `+`: one or more. */
  readonly mark: string;
  /** The letter of the items of a list. */
  readonly item?: string;
}

export interface Signature {
  readonly parameters: readonly SignatureParameter[];
  /** Matches the letters of the arguments; one group for each parameter. */
  readonly pattern: RegExp;
  readonly written: string;
}

/** A function written in the formula, with the frame it was written in. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly parameters: readonly string[];
  readonly body: Syntax;
  readonly signature?: Signature;
  readonly frame: Frame;
  readonly context: Shape;
}

/** A built-in named without being called. */
export interface BuiltinShape {
  readonly kind: 'builtin';
  readonly name: string;
  /** How many arguments it can take; absent for a name that is none. */
  readonly arity?: number;
}

/** Where a node stands: what bare names are fields of (`$`), and the variables. */
export interface Place {
  readonly context: Shape;
  readonly frame: Frame;
  /** Inside the body of a function that was called: what a constant condition rules out is not looked at. */
  readonly called?: true;
}

/** An argument with its place in the text. */
export interface Argument {
  readonly shape: Shape;
  readonly span: Span;
}

/** A call with its arguments. */
export interface Call {
  readonly args: readonly Argument[];
  readonly span: Span;
  readonly place: Place;
}

/** A function made of others: some arguments given, or one after the other. */
export interface MadeFunction {
  readonly kind: 'made';
  readonly apply: (call: Call) => Shape | undefined;
}

/** One line of a collection by its position, counted from the end if it is negative. */
export interface PickedLine {
  readonly kind: 'picked';
  readonly lines: Lines;
  readonly at: number;
}

export interface Pattern {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
}

/** A text cut at a separator: `$split(tags, ",")`. */
export interface Parts {
  readonly kind: 'parts';
  readonly text: Scalar;
  readonly separator: Scalar;
  /** Only so many of the parts. */
  readonly limit?: number;
}

/** Matches of a regular expression in a text. */
export interface Matches {
  readonly kind: 'matches';
  readonly text: Scalar;
  readonly pattern: Scalar;
  readonly groups: number;
}

export type Shape = Scalar | Nothing | Root | Row | Lines | List | RecordShape | FunctionShape | Pattern | Parts | Matches | PickedLine;

export type FunctionShape = Lambda | BuiltinShape | MadeFunction;

/** True for what can be called. */
export function isFunction(shape: Shape): shape is FunctionShape {
  return shape.kind === 'lambda' || shape.kind === 'builtin' || shape.kind === 'made';
}

export const nothing: Nothing = { kind: 'nothing' };
export const root: Root = { kind: 'root', prefix: '' };

/** The line, or the value taken of it so far, as a step or predicate sees it. */
export function contextOf(lines: Lines): Row | Scalar {
  return lines.value ?? { kind: 'row', collection: lines.collection, line: lines.line, prefix: lines.prefix };
}
