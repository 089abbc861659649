// What every row and group of one condition editor shares.
import type { ConditionCount } from '@tierflow/api';
import type { Condition } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import type { FormulaScope } from '@tierflow/expression';
import { createContext, useContext } from 'react';
import type { ColumnScope } from '../columns/column-scope.ts';
import type { Place } from './condition-tree.ts';

export interface ConditionScope {
  readonly root: Condition;
  /** Path of the condition in the config. */
  readonly path: string;
  readonly columns: ColumnScope;
  /** The names of formulas here. */
  readonly formulas: FormulaScope;
  readonly remarks: readonly Diagnostic[];
  /** By path; empty where the condition is not about people. */
  readonly counts: Readonly<Record<string, ConditionCount>>;
  /** The counts belong to what is on the screen. */
  readonly current: boolean;
  /** People that reach the node. */
  readonly arrive: number | undefined;
  /** Replaces the whole condition; afterwards the row at a place gets the focus, or its switch to the formula. */
  readonly change: (next: Condition, focus?: Place, at?: 'switch') => void;
}

export const ConditionContext = createContext<ConditionScope | null>(null);

/** The condition the component stands in. */
export function useCondition(): ConditionScope {
  const scope = useContext(ConditionContext);
  if (scope === null) throw new Error('outside of a condition');
  return scope;
}
