// Fields of the inspector; the sheet of inputs, rows and outputs is the studio's face `table`.
import type { FormField } from '@tierflow/compiler';

const hit = (value: string) => ({ value, label: `option.hit.${value}` });

export const tableForm: readonly FormField[] = [
  { type: 'select', path: 'hit', label: 'label.hit', options: [hit('first'), hit('unique'), hit('collect')] },
  { type: 'text', path: 'separator', label: 'label.separator', when: { path: 'hit', is: ['collect'] } },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
];
