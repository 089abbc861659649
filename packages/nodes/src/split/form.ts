// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const splitForm: readonly FormField[] = [
  {
    type: 'list',
    path: 'shares',
    label: 'label.shares',
    add: 'label.shares.add',
    start: { id: 'group', title: '', share: 0.1 },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id' },
      { type: 'percent', path: 'share', label: 'label.share' },
    ],
  },
  { type: 'text', path: 'salt', label: 'label.salt' },
  { type: 'column', path: 'stratify', label: 'label.stratify', types: ['string'], optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
