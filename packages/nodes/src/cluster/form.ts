// Fields of the inspector; profiles, the map and the choice of k are the studio's face `cluster`.
import type { FormField } from '@tierflow/compiler';

const option = (path: string, values: readonly string[]): { readonly value: string; readonly label: string }[] =>
  values.map((value) => ({ value, label: `option.${path}.${value}` }));

export const clusterForm: readonly FormField[] = [
  {
    type: 'list',
    path: 'fields',
    label: 'label.fields',
    add: 'label.fields.add',
    start: {},
    item: [
      { type: 'column', path: 'field', label: 'label.field', types: ['number'], when: { path: 'expr', is: [null] } },
      { type: 'formula', path: 'expr', label: 'label.expr', optional: true, when: { path: 'field', is: [null] } },
      { type: 'title', path: 'title', label: 'label.title', optional: true },
    ],
  },
  { type: 'number', path: 'k', label: 'label.k', min: 1, max: 30, step: 1 },
  { type: 'select', path: 'scale', label: 'label.scale', options: option('scale', ['standard', 'none']) },
  { type: 'select', path: 'missing', label: 'label.missing', options: option('missing', ['missing', 'zero', 'median']) },
  { type: 'column', path: 'orderBy', label: 'label.orderBy', types: ['number'], optional: true },
  { type: 'select', path: 'order', label: 'label.order', options: option('order', ['falling', 'rising']) },
  {
    type: 'list',
    path: 'labels',
    label: 'label.labels',
    add: 'label.labels.add',
    start: { title: '' },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id', optional: true },
    ],
  },
  { type: 'number', path: 'seed', label: 'label.seed', min: 0, step: 1 },
  { type: 'text', path: 'as', label: 'label.as' },
];
