// Fields of the inspector; the grid of groups is the studio's face `rfm`.
import type { FormField } from '@tierflow/compiler';

const option = (path: string, values: readonly string[]): { readonly value: string; readonly label: string }[] =>
  values.map((value) => ({ value, label: `option.${path}.${value}` }));

export const rfmForm: readonly FormField[] = [
  { type: 'collection', path: 'from', label: 'label.from', optional: true },
  { type: 'column', path: 'recency.field', label: 'label.recency', types: ['number', 'date', 'datetime'], of: 'from', optional: true },
  { type: 'select', path: 'frequency.count', label: 'label.frequency', options: option('frequency', ['events', 'days']) },
  { type: 'column', path: 'frequency.field', label: 'label.frequencyField', of: 'from', optional: true },
  { type: 'value', path: 'monetary.value', label: 'label.monetary', types: ['number'], of: 'from' },
  { type: 'select', path: 'monetary.fn', label: 'label.monetaryFn', options: option('monetary', ['sum', 'mean']) },
  { type: 'condition', path: 'where', label: 'label.where', of: 'from', optional: true },
  { type: 'number', path: 'window', label: 'label.window', min: 1, unit: 'days', optional: true },
  { type: 'select', path: 'method', label: 'label.method', options: option('method', ['quantiles', 'linear', 'fixed', 'meanSplit']) },
  {
    type: 'number',
    path: 'bins',
    label: 'label.bins',
    min: 2,
    max: 10,
    step: 1,
    when: { path: 'method', is: ['quantiles', 'linear', null] },
  },
  { type: 'numbers', path: 'cuts.R', label: 'label.cutsR', when: { path: 'method', is: ['fixed'] } },
  { type: 'numbers', path: 'cuts.F', label: 'label.cutsF', when: { path: 'method', is: ['fixed'] } },
  { type: 'numbers', path: 'cuts.M', label: 'label.cutsM', when: { path: 'method', is: ['fixed'] } },
  { type: 'select', path: 'closed', label: 'label.closed', options: option('closed', ['right', 'left']) },
  { type: 'select', path: 'groups', label: 'label.groups', options: option('groups', ['eight', 'ten', 'four']), optional: true },
  {
    type: 'list',
    path: 'groups',
    label: 'label.rules',
    add: 'label.rules.add',
    optional: true,
    start: { id: 'group', title: '' },
    item: [
      { type: 'title', path: 'title', label: 'label.title' },
      { type: 'text', path: 'id', label: 'label.id' },
      { type: 'ranges', path: 'R', label: 'label.R', min: 1, max: 10, optional: true },
      { type: 'ranges', path: 'F', label: 'label.F', min: 1, max: 10, optional: true },
      { type: 'ranges', path: 'M', label: 'label.M', min: 1, max: 10, optional: true },
    ],
  },
  { type: 'title', path: 'otherwise', label: 'label.otherwise', optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
