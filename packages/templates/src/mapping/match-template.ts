// A template against a workspace: the data sets that fit it best, and what is missing.
import type { Template, TemplateField, TemplateSet } from '../template.ts';
import type { AvailableSet, Mapping, SetMapping } from './available.ts';
import { matchColumns, plain } from './match-columns.ts';

/** A field, or a whole data set, that a mapping lacks. */
export interface MissingField {
  readonly set: TemplateSet;
  readonly field: TemplateField;
}

/** The best mapping of all that the workspace allows; sets and columns nothing fits are left out. */
export function matchTemplate(template: Template, available: readonly AvailableSet[]): Mapping {
  const [customers, ...collections] = template.data;
  if (customers === undefined) return {};
  const owners = available.filter(({ kind }) => kind === 'customers');
  const tries = owners.map((owner) => familyOf(customers, collections, owner, available));
  return tries.toSorted((a, b) => b.fit - a.fit)[0]?.mapping ?? {};
}

/** The fields without a column. */
export function missingFields(template: Template, mapping: Mapping): readonly MissingField[] {
  return template.data.flatMap((set) =>
    set.fields.filter((field) => mapping[set.name]?.columns[field.name] === undefined).map((field) => ({ set, field })),
  );
}

/** The customers with the collections whose lines name them by the same column. */
function familyOf(
  wanted: TemplateSet,
  collections: readonly TemplateSet[],
  owner: AvailableSet,
  available: readonly AvailableSet[],
): { readonly mapping: Mapping; readonly fit: number } {
  const own = matched(wanted, owner);
  const lines = collections.flatMap((set) => {
    const offers = available.filter(({ kind, customer }) => kind === 'collection' && customer === owner.key);
    const best = offers.map((offer) => matched(set, offer)).toSorted((a, b) => b.fit - a.fit)[0];
    return best === undefined ? [] : [[set.name, best] as const];
  });
  const all = [[wanted.name, own] as const, ...lines];
  return {
    mapping: Object.fromEntries(all.map(([name, { mapping }]) => [name, mapping])),
    fit: all.reduce((sum, [, { fit }]) => sum + fit, 0),
  };
}

/** Columns count; a fitting name of the set decides between equals. */
function matched(set: TemplateSet, offer: AvailableSet): { readonly mapping: SetMapping; readonly fit: number } {
  const mapping = matchColumns(set, offer);
  const named = [set.name, ...set.synonyms].some((name) => plain(name) === plain(offer.name));
  return { mapping, fit: Object.keys(mapping.columns).length + (named ? 0.5 : 0) };
}
