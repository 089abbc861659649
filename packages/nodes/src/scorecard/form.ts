// Fields of the inspector; sliders and contribution bars are the studio's face `scorecard`.
import type { FormField } from '@tierflow/compiler';

const option = (path: string, values: readonly string[]): { readonly value: string; readonly label: string }[] =>
  values.map((value) => ({ value, label: `option.${path}.${value}` }));

export const scorecardForm: readonly FormField[] = [
  {
    type: 'list',
    path: 'parts',
    label: 'label.parts',
    add: 'label.parts.add',
    start: { weight: 1, scale: 'none' },
    item: [
      { type: 'column', path: 'field', label: 'label.field', types: ['number'], when: { path: 'expr', is: [null] } },
      { type: 'formula', path: 'expr', label: 'label.expr', optional: true, when: { path: 'field', is: [null] } },
      { type: 'number', path: 'weight', label: 'label.weight', step: 0.1 },
      { type: 'select', path: 'scale', label: 'label.scale', options: option('scale', ['none', 'minmax', 'z', 'percentile', 'bands']) },
      {
        type: 'select',
        path: 'better',
        label: 'label.better',
        options: option('better', ['higher', 'lower']),
        when: { path: 'scale', is: ['minmax', 'z', 'percentile'] },
      },
      {
        type: 'list',
        path: 'bands',
        label: 'label.bands',
        add: 'label.bands.add',
        when: { path: 'scale', is: ['bands'] },
        start: { from: 0, points: 0 },
        item: [
          { type: 'number', path: 'from', label: 'label.from', nullable: true },
          { type: 'number', path: 'points', label: 'label.points' },
        ],
      },
    ],
  },
  { type: 'select', path: 'missing', label: 'label.missing', options: option('missing', ['missing', 'zero', 'median', 'reweigh']) },
  { type: 'numbers', path: 'range', label: 'label.range', min: 2, max: 2, optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
