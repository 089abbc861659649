// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';
import { asks, mends } from './config.ts';

const end = (path: 'min' | 'max'): FormField => ({
  type: 'number',
  path,
  label: `label.${path}`,
  optional: true,
  when: { path: 'do', is: ['clamp', 'range'] },
});

const rule: readonly FormField[] = [
  { type: 'column', path: 'field', label: 'label.field' },
  { type: 'select', path: 'do', label: 'label.do', options: [...mends, ...asks].map((value) => ({ value, label: `option.do.${value}` })) },
  {
    type: 'list',
    path: 'pairs',
    label: 'label.pairs',
    add: 'label.pairs.add',
    optional: true,
    start: { from: '', to: '' },
    when: { path: 'do', is: ['map'] },
    item: [
      { type: 'text', path: 'from', label: 'label.pair.from' },
      { type: 'text', path: 'to', label: 'label.pair.to' },
    ],
  },
  { type: 'text', path: 'value', label: 'label.value', optional: true, when: { path: 'do', is: ['default'] } },
  end('min'),
  end('max'),
  {
    type: 'list',
    path: 'values',
    label: 'label.values',
    add: 'label.values.add',
    optional: true,
    start: { value: '' },
    when: { path: 'do', is: ['oneOf'] },
    item: [{ type: 'text', path: 'value', label: 'label.one' }],
  },
  { type: 'text', path: 'pattern', label: 'label.pattern', optional: true, when: { path: 'do', is: ['pattern'] } },
];

export const cleanForm: readonly FormField[] = [
  { type: 'list', path: 'rules', label: 'label.rules', add: 'label.rules.add', start: { do: 'required', field: '' }, item: rule },
  { type: 'text', path: 'as', label: 'label.as' },
];
