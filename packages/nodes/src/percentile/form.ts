// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const percentileForm: readonly FormField[] = [
  { type: 'value', path: 'field', label: 'label.field', types: ['number'] },
  {
    type: 'select',
    path: 'better',
    label: 'label.better',
    options: [
      { value: 'higher', label: 'option.better.higher' },
      { value: 'lower', label: 'option.better.lower' },
    ],
  },
  { type: 'text', path: 'as', label: 'label.as' },
];
