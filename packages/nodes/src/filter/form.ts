// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const filterForm: readonly FormField[] = [
  { type: 'condition', path: 'where', label: 'label.where' },
  {
    type: 'select',
    path: 'unknown',
    label: 'label.unknown',
    options: [
      { value: 'rest', label: 'option.unknown.rest' },
      { value: 'match', label: 'option.unknown.match' },
    ],
  },
];
