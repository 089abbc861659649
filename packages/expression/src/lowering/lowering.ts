// What every lowering step is given. `lower` is handed in, so that the files of the node kinds need not import each other.
import type { Report } from '../diagnostics.ts';
import type { FormulaScope } from '../scope.ts';
import type { Span, Syntax, SyntaxKind, SyntaxOf } from '../syntax/tree.ts';
import type { Call, FunctionShape, Place, Shape } from './shape.ts';

export interface Lowering {
  readonly scope: FormulaScope;
  readonly report: Report;
  /** The shape of a node; undefined where an error was reported. */
  readonly lower: (node: Syntax, place: Place) => Shape | undefined;
  /** The result of a function of the formula or a built-in; `args` are already lowered. */
  readonly apply: (callee: FunctionShape, call: Call) => Shape | undefined;
  /** Counts work; false, with an error, once a formula has cost too much. */
  readonly spend: (steps: number, span: Span) => boolean;
  /** A fresh number for an iteration over lines. */
  readonly nextLine: () => number;
  /** True if there are columns or collections whose names begin like this: `address.`. */
  readonly isPrefix: (start: string) => boolean;
  /** Remembers a name of the scope that the formula reads. */
  readonly read: (name: string) => void;
  readonly text: string;
}

export type LowerNode<K extends SyntaxKind> = (node: SyntaxOf<K>, place: Place, lowering: Lowering) => Shape | undefined;
