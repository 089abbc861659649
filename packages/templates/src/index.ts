// The doors of the template package.

export { exampleMapping, exampleName } from './example-data/example-mapping.ts';
export { csvOf, type ExampleSet, recordsOf } from './example-data/example-set.ts';
export { worlds } from './example-data/worlds.ts';
export { type FlowOptions, flowOfTemplate } from './flow-of-template.ts';
export { templates } from './gallery.ts';
export type { AvailableColumn, AvailableSet, Mapping, SetMapping } from './mapping/available.ts';
export { canStandFor, matchColumns } from './mapping/match-columns.ts';
export { type MissingField, matchTemplate, missingFields } from './mapping/match-template.ts';
export { articles, type Template, type TemplateField, type TemplateSet, templateGroups } from './template.ts';
