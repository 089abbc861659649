// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const switchForm: readonly FormField[] = [
  {
    type: 'list',
    path: 'cases',
    label: 'label.cases',
    add: 'label.cases.add',
    start: { id: 'case', title: '', where: { all: [] } },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id' },
      { type: 'condition', path: 'where', label: 'label.where' },
    ],
  },
];
