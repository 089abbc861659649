// Names of example data in a workspace, so that templates with the same world share it and nobody's own data is touched.
import type { Mapping } from '../mapping/available.ts';
import type { Template } from '../template.ts';

/** The data set that holds one of a template's sets: `shop-orders`. */
export function exampleName(template: Pick<Template, 'example'>, set: string): string {
  return `${template.example}-${set}`;
}

/** A template on its example data. */
export function exampleMapping(template: Template): Mapping {
  return Object.fromEntries(
    template.data.map(({ name: set, fields }) => [
      set,
      { dataset: exampleName(template, set), columns: Object.fromEntries(fields.map(({ name, type }) => [name, { name, type }])) },
    ]),
  );
}
