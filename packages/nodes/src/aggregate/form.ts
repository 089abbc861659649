// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';
import { features } from './config.ts';

const withValue = Object.keys(features).filter((fn) => fn !== 'count');

export const aggregateForm: readonly FormField[] = [
  { type: 'collection', path: 'from', label: 'label.from' },
  {
    type: 'list',
    path: 'features',
    label: 'label.features',
    add: 'label.features.add',
    start: { name: 'orders', fn: 'count' },
    item: [
      { type: 'text', path: 'name', label: 'label.name' },
      {
        type: 'select',
        path: 'fn',
        label: 'label.fn',
        options: Object.keys(features).map((fn) => ({ value: fn, label: `option.fn.${fn}` })),
      },
      { type: 'value', path: 'value', label: 'label.value', of: 'from', optional: true, when: { path: 'fn', is: withValue } },
      { type: 'condition', path: 'where', label: 'label.where', of: 'from', optional: true },
      { type: 'number', path: 'window', label: 'label.window', min: 1, unit: 'days', optional: true },
    ],
  },
];
