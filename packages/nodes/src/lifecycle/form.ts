// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

const ends = (measure: string): readonly FormField[] => [
  { type: 'number', path: `${measure}.from`, label: `label.${measure}.from`, min: 0, step: 1, optional: true },
  { type: 'number', path: `${measure}.to`, label: `label.${measure}.to`, min: 0, step: 1, optional: true },
];

export const lifecycleForm: readonly FormField[] = [
  { type: 'collection', path: 'from', label: 'label.from' },
  { type: 'column', path: 'date', label: 'label.date', types: ['date', 'datetime'], of: 'from', optional: true },
  { type: 'condition', path: 'where', label: 'label.where', of: 'from', optional: true },
  {
    type: 'list',
    path: 'stages',
    label: 'label.stages',
    add: 'label.stages.add',
    start: { id: 'stage', title: '', last: { to: 30 } },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id' },
      ...ends('last'),
      ...ends('first'),
      ...ends('gap'),
      ...ends('purchases'),
    ],
  },
  { type: 'text', path: 'as', label: 'label.as' },
];
