// Fields of the inspector; pictures of the results are the studio's face `clv`.
import type { FormField } from '@tierflow/compiler';

const option = (path: string, values: readonly string[]): { readonly value: string; readonly label: string }[] =>
  values.map((value) => ({ value, label: `option.${path}.${value}` }));

export const clvForm: readonly FormField[] = [
  { type: 'collection', path: 'from', label: 'label.from' },
  { type: 'column', path: 'date', label: 'label.date', types: ['date', 'datetime'], of: 'from', optional: true },
  { type: 'value', path: 'value', label: 'label.value', types: ['number'], of: 'from', optional: true },
  { type: 'condition', path: 'where', label: 'label.where', of: 'from', optional: true },
  { type: 'number', path: 'horizon', label: 'label.horizon', min: 0 },
  { type: 'select', path: 'unit', label: 'label.unit', options: option('unit', ['day', 'week', 'month']) },
  { type: 'percent', path: 'discount', label: 'label.discount', optional: true },
  { type: 'select', path: 'model', label: 'label.model', options: option('model', ['bgnbd', 'paretonbd']) },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
