// Fields of the inspector; the histogram with cut lines is the studio's face `tiers`.
import type { FormField } from '@tierflow/compiler';

const names: readonly FormField[] = [
  { type: 'title', path: 'title', label: 'label.title' },
  { type: 'text', path: 'id', label: 'label.id' },
];

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
    item: [...names, { type: 'number', path: 'from', label: 'label.from', nullable: true }],
  },
  {
    type: 'list',
    path: 'topShare',
    label: 'label.topShare',
    add: 'label.bands.add',
    optional: true,
    when: { path: 'bands', is: [null] },
    start: { id: 'tier', title: '', share: 0.1 },
    item: [...names, { type: 'percent', path: 'share', label: 'label.share' }],
  },
  {
    type: 'list',
    path: 'topCount',
    label: 'label.topCount',
    add: 'label.bands.add',
    optional: true,
    when: { path: 'bands', is: [null] },
    start: { id: 'tier', title: '', count: 500 },
    item: [...names, { type: 'number', path: 'count', label: 'label.count', min: 1, step: 1 }],
  },
  { type: 'title', path: 'unassigned.title', label: 'label.unassigned', optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
