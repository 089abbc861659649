// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const abcForm: readonly FormField[] = [
  { type: 'value', path: 'value', label: 'label.value', types: ['number'] },
  { type: 'numbers', path: 'shares', label: 'label.shares', min: 0, max: 1 },
  {
    type: 'select',
    path: 'rule',
    label: 'label.rule',
    options: [
      { value: 'crossing', label: 'option.rule.crossing' },
      { value: 'within', label: 'option.rule.within' },
    ],
  },
  { type: 'text', path: 'as', label: 'label.as' },
];
