// Fields of the inspector; the picture of moves is the studio's face `stability`.
import type { FormField } from '@tierflow/compiler';

const days = (path: string): FormField => ({ type: 'number', path, label: `label.${path}`, min: 1, max: 3660, step: 1, optional: true });

export const stabilityForm: readonly FormField[] = [
  { type: 'column', path: 'of', label: 'label.of', types: ['string'] },
  { type: 'number', path: 'margin.keep', label: 'label.margin.keep', min: 0, optional: true },
  { type: 'number', path: 'margin.rise', label: 'label.margin.rise', min: 0, optional: true },
  days('grace.days'),
  days('stay.days'),
  {
    type: 'select',
    path: 'stay.upgrades',
    label: 'label.stay.upgrades',
    options: [
      { value: 'wait', label: 'label.stay.wait' },
      { value: 'free', label: 'label.stay.free' },
    ],
    optional: true,
  },
  { type: 'toggle', path: 'oneStep', label: 'label.oneStep', optional: true },
  {
    type: 'select',
    path: 'missing',
    label: 'label.missing',
    options: [
      { value: 'unassigned', label: 'label.missing.unassigned' },
      { value: 'keep', label: 'label.missing.keep' },
    ],
    optional: true,
  },
  {
    type: 'list',
    path: 'overrides',
    label: 'label.overrides',
    add: 'label.overrides.add',
    optional: true,
    start: { key: '', tier: '', until: '' },
    item: [
      { type: 'text', path: 'key', label: 'label.overrides.key' },
      { type: 'text', path: 'tier', label: 'label.overrides.tier' },
      { type: 'date', path: 'until', label: 'label.overrides.until' },
    ],
  },
  { type: 'column', path: 'overrideBy.tier', label: 'label.overrideBy.tier', types: ['string'], optional: true },
  { type: 'column', path: 'overrideBy.until', label: 'label.overrideBy.until', types: ['date', 'datetime'], optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
