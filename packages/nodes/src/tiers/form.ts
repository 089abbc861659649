// Fields of the inspector; the histogram with cut lines is the studio's face `tiers`.
import type { FormField } from '@tierflow/compiler';

export const tiersForm: readonly FormField[] = [
  { type: 'column', path: 'on', label: 'label.on', types: ['number'] },
  {
    type: 'list',
    path: 'bands',
    label: 'label.bands',
    add: 'label.bands.add',
    optional: true,
    when: { path: 'topShare', is: [null] },
    start: { id: 'tier', title: '', from: null },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id' },
      { type: 'number', path: 'from', label: 'label.from', nullable: true },
    ],
  },
  {
    type: 'list',
    path: 'topShare',
    label: 'label.topShare',
    add: 'label.bands.add',
    optional: true,
    when: { path: 'bands', is: [null] },
    start: { id: 'tier', title: '', share: 0.1 },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id' },
      { type: 'percent', path: 'share', label: 'label.share' },
    ],
  },
  { type: 'title', path: 'unassigned.title', label: 'label.unassigned', optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
