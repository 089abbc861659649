// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const formulaForm: readonly FormField[] = [
  {
    type: 'list',
    path: 'columns',
    label: 'label.columns',
    add: 'label.columns.add',
    start: { name: '', expr: '' },
    item: [
      { type: 'text', path: 'name', label: 'label.name' },
      { type: 'formula', path: 'expr', label: 'label.expr', multiline: true },
    ],
  },
];
