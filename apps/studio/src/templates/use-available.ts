// What the workspace has for templates: imported data sets with their columns and samples. Example data of templates is left out: it is
// nobody's own.
import { useQuery } from '@tanstack/react-query';
import type { DatasetDetail } from '@tierflow/api';
import { type AvailableSet, exampleName, templates } from '@tierflow/templates';
import { useStudio } from '../app/studio.ts';
import { importedData } from '../server/data-queries.ts';

export interface OwnSet extends AvailableSet {
  /** A few values of a column, as text. */
  readonly samples: ReadonlyMap<string, readonly string[]>;
}

const SHOWN_SAMPLES = 3;
const exampleNames = new Set(templates.flatMap((template) => template.data.map(({ name }) => exampleName(template, name))));

/** The data sets of the workspace. */
export function useAvailable() {
  const { server } = useStudio();
  return useQuery({
    queryKey: ['imported', 'own'],
    queryFn: async () => (await importedData(server)).details.filter(({ name }) => !exampleNames.has(name)).map(ownSet),
    refetchOnMount: 'always',
  });
}

function ownSet({ name, kind, key, customer, time, columns }: DatasetDetail): OwnSet {
  return {
    name,
    kind,
    key,
    customer,
    time,
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
    samples: new Map(columns.map((column) => [column.name, column.samples.slice(0, SHOWN_SAMPLES).map(String)])),
  };
}
