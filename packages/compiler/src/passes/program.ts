// What lowering makes of the flow so far: one entry per sound node, in order.
import type { Column, Parameter, Port } from '@tierflow/definition';
import type { ColumnInfo, Lowered, Scope } from '../define-node.ts';
import type { ReadNode } from './read-configs.ts';

/** A node that is part of the program. */
export interface ProgramNode {
  readonly read: ReadNode;
  /** Mask of the people that reach it. */
  readonly in: string;
  readonly unknown?: string;
  readonly columns: readonly Column[];
  readonly parameters: readonly Parameter[];
  readonly ports: readonly Port[];
  /** Masks that are only counted. */
  readonly probes: readonly Column[];
  /** Column shown as the score of a tiers node. */
  readonly score?: string;
  readonly lowered: Lowered;
  readonly makes: readonly ColumnInfo[];
  /** What flows out of it. */
  readonly out: Scope;
}

/** Answers about columns made so far. */
export interface Known {
  readonly column: (id: string) => Column | undefined;
  /** The mask is true for every customer. */
  readonly everybody: (mask: string) => boolean;
}

/** `where` of a column of people behind a mask; none where that is everybody. */
export function behind(mask: string, known: Known): { readonly where?: string } {
  return known.everybody(mask) ? {} : { where: mask };
}
