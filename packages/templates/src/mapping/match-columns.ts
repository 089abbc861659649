// Which column of a data set stands for which field of a template: by role, name, title, other names, type.
import type { TemplateField, TemplateSet } from '../template.ts';
import type { AvailableColumn, AvailableSet, SetMapping } from './available.ts';

/** How well a name fits; the roles of the data set come before all names. */
const FIT = { role: 5, name: 4, title: 3, synonym: 2, part: 1 } as const;
/** Shorter words are parts of too much. */
const SHORTEST_PART = { latin: 5, han: 2 } as const;

/** Whether a column can be read as the field at all. Text that holds numbers can; what is no number is then missing. */
export function canStandFor({ type: wanted }: Pick<TemplateField, 'type'>, { type }: AvailableColumn): boolean {
  if (wanted === type || wanted === 'string') return true;
  if (wanted === 'number') return type === 'string';
  return (wanted === 'date' || wanted === 'datetime') && (type === 'date' || type === 'datetime');
}

/** The best columns for the fields of a set; a column stands for one field. */
export function matchColumns(wanted: TemplateSet, offered: AvailableSet): SetMapping {
  const pairs = wanted.fields.flatMap((field) =>
    offered.columns.flatMap((column) => {
      const fit = fitOf(field, column, wanted, offered);
      return fit === 0 ? [] : [{ field: field.name, column, fit }];
    }),
  );
  const columns: Record<string, AvailableColumn> = {};
  const taken = new Set<string>();
  for (const { field, column } of pairs.toSorted((a, b) => b.fit - a.fit)) {
    if (columns[field] !== undefined || taken.has(column.name)) continue;
    columns[field] = column;
    taken.add(column.name);
  }
  return { dataset: offered.name, columns };
}

function fitOf(field: TemplateField, column: AvailableColumn, wanted: TemplateSet, offered: AvailableSet): number {
  const role = roleOf(field.name, wanted, offered);
  if (role !== undefined) return role === column.name ? FIT.role : 0;
  if (!canStandFor(field, column) || (field.type === 'number' && column.type !== 'number')) return 0;
  return nameFit(field, column.name);
}

/** The column that the import gave the part this field plays; undefined for fields without a part. */
function roleOf(field: string, wanted: TemplateSet, offered: AvailableSet): string | undefined {
  if (field === wanted.key) return offered.key ?? '';
  if (field === wanted.customer) return offered.customer ?? '';
  if (field === wanted.time) return offered.time ?? undefined;
  return undefined;
}

function nameFit({ name, title, synonyms }: TemplateField, column: string): number {
  const given = plain(column);
  if (given === plain(name)) return FIT.name;
  if (given === plain(title.en) || given === plain(title['zh-CN'] ?? '')) return FIT.title;
  const known = synonyms.map(plain);
  if (known.includes(given)) return FIT.synonym;
  const parts = [plain(name), ...known].filter(
    (word) => word.length >= (/\p{Script=Han}/u.test(word) ? SHORTEST_PART.han : SHORTEST_PART.latin),
  );
  return parts.some((word) => given.includes(word)) ? FIT.part : 0;
}

/** Without case, blanks, marks and units in brackets. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[(（][^)）]*[)）]/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
