// Forms as data: the inspector draws these, a kind declares them. No React here.
import type { ValueType } from '@tierflow/definition';

interface Base {
  /** Path into the config, `recency.field`; inside a list relative to the item. */
  readonly path: string;
  /** Key of the label in the kind's messages; help under `<label>.help`. */
  readonly label: string;
  /** Shown only while the value at another path is one of these; `null` stands for not set. */
  readonly when?: { readonly path: string; readonly is: readonly (string | number | boolean | null)[] };
  readonly optional?: true;
}

/**
 * One input of a form. Lists repeat a group of fields; `condition` is the nested all/any/not editor; `value` is a column
 * name or `{expr}`, `column` only a name; `ranges` is a pair [low, high] of whole numbers; `inputs` orders the edges in.
 */
export type FormField =
  | (Base & { readonly type: 'text' | 'formula'; readonly multiline?: true })
  | (Base & {
      readonly type: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly unit?: string;
      readonly nullable?: true;
    })
  | (Base & { readonly type: 'percent' | 'toggle' | 'title' | 'date' | 'playbook' | 'data' | 'collection' | 'inputs' })
  /** Over the scope, or over the lines of the collection named at `of`. */
  | (Base & { readonly type: 'condition'; readonly of?: string })
  | (Base & { readonly type: 'select'; readonly options: readonly { readonly value: string | number; readonly label: string }[] })
  | (Base & { readonly type: 'column' | 'value'; readonly types?: readonly ValueType[]; readonly of?: string })
  | (Base & { readonly type: 'numbers' | 'ranges'; readonly min?: number; readonly max?: number })
  | (Base & {
      readonly type: 'list';
      readonly item: readonly FormField[];
      readonly add: string;
      readonly start: { readonly [name: string]: unknown };
    });
