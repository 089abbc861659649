// The doors of the template package.
export { csvOf, type ExampleSet, recordsOf } from './example-data/example-set.ts';
export { worlds } from './example-data/worlds.ts';
export { type FlowOptions, flowOfTemplate } from './flow-of-template.ts';
export { templates } from './gallery.ts';
export { articles, type Template, type TemplateField, type TemplateSet, templateGroups } from './template.ts';
