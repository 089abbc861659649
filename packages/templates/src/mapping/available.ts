// What a workspace has to offer to a template, and what was chosen of it.
import type { ValueType } from '@tierflow/definition';

/** A column of an imported data set. */
export interface AvailableColumn {
  readonly name: string;
  readonly type: ValueType;
}

/** An imported data set with its roles. */
export interface AvailableSet {
  readonly name: string;
  readonly kind: 'customers' | 'collection';
  readonly key: string | null;
  readonly customer: string | null;
  readonly time: string | null;
  readonly columns: readonly AvailableColumn[];
}

/** The data set that stands for one of a template's, and the column that stands for each field; what is not there is missing. */
export interface SetMapping {
  readonly dataset: string;
  readonly columns: { readonly [field: string]: AvailableColumn };
}

/** By the template's names of data sets. */
export type Mapping = { readonly [set: string]: SetMapping };
