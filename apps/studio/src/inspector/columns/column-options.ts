// The columns a field can choose from, with where they come from and what is known of their values.
import type { ColumnInfo, LabelValue, Scope, ValueTreeRef } from '@tierflow/compiler';
import type { Field, LocalText, ValueType } from '@tierflow/definition';

export interface ColumnOption {
  readonly name: string;
  readonly type: ValueType;
  readonly title?: LocalText;
  /** Node that made it; absent for fields of the data. */
  readonly node?: string;
  /** For labels: all values it can take. */
  readonly values?: readonly LabelValue[];
  /** Its values stand in a tree. */
  readonly tree?: ValueTreeRef;
}

/** Columns of the people that arrive. */
export function scopeOptions(scope: Scope, types?: readonly ValueType[]): readonly ColumnOption[] {
  return [...scope.values()].filter(({ type }) => types === undefined || types.includes(type)).map(optionOf);
}

/** Fields of the lines of a collection. */
export function lineOptions(fields: readonly Field[], types?: readonly ValueType[]): readonly ColumnOption[] {
  return fields.filter(({ type }) => types === undefined || types.includes(type));
}

function optionOf({ name, type, title, node, values, tree }: ColumnInfo): ColumnOption {
  return {
    name,
    type,
    ...(title === undefined ? {} : { title }),
    ...(node === undefined ? {} : { node }),
    ...(values === undefined ? {} : { values }),
    ...(tree === undefined ? {} : { tree }),
  };
}

/** Options by origin: made ones first, nearest node first, then the fields of the data. */
export function byOrigin(
  options: readonly ColumnOption[],
): readonly (readonly [node: string | undefined, options: readonly ColumnOption[]])[] {
  const groups = new Map<string | undefined, ColumnOption[]>();
  for (const option of options) {
    const group = groups.get(option.node);
    if (group === undefined) groups.set(option.node, [option]);
    else group.push(option);
  }
  const made = [...groups].filter(([node]) => node !== undefined).reverse();
  const fields = groups.get(undefined);
  return fields === undefined ? made : [...made, [undefined, fields]];
}

/** Options whose name, title or samples hold the words, in any order. */
export function searched(
  options: readonly ColumnOption[],
  text: string,
  wordsOf: (option: ColumnOption) => string,
): readonly ColumnOption[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return options;
  return options.filter((option) => {
    const words = wordsOf(option).toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}
