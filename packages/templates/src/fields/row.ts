// One line of a list of fields.
import type { ValueType } from '@tierflow/definition';

/** Name, type, title and purpose in both languages, and other names, separated by blanks. */
export type FieldRow = readonly [
  name: string,
  type: ValueType,
  en: string,
  zh: string,
  purpose: string,
  zhPurpose: string,
  synonyms: string,
];
