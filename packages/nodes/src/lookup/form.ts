// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';
import { answers, builtInTables } from './config.ts';
import { levels } from './tables/china/places.ts';
import { sizeRuleNames } from './tables/company-sizes.ts';

const options = (name: string, values: readonly string[]) => values.map((value) => ({ value, label: `option.${name}.${value}` }));
const places = { path: 'table', is: ['china-regions'] };
const sizes = { path: 'table', is: ['company-size'] };

export const lookupForm: readonly FormField[] = [
  { type: 'select', path: 'table', label: 'label.table', options: options('table', builtInTables) },
  {
    type: 'value',
    path: 'field',
    label: 'label.field',
    types: ['string'],
    when: { path: 'table', is: ['china-regions', 'industries', 'own'] },
  },
  { type: 'select', path: 'level', label: 'label.level', options: options('level', levels), when: places },
  {
    type: 'value',
    path: 'within',
    label: 'label.within',
    types: ['string'],
    when: { path: 'level', is: ['city', 'county'] },
    optional: true,
  },
  { type: 'select', path: 'show', label: 'label.show', options: options('show', answers), when: places },
  { type: 'text', path: 'pasted', label: 'label.pasted', multiline: true, when: { path: 'table', is: ['own'] } },
  { type: 'select', path: 'rule', label: 'label.rule', options: options('rule', sizeRuleNames), when: sizes },
  { type: 'value', path: 'employees', label: 'label.employees', types: ['number'], when: sizes, optional: true },
  { type: 'value', path: 'revenue', label: 'label.revenue', types: ['number'], when: sizes, optional: true },
  {
    type: 'select',
    path: 'revenueUnit',
    label: 'label.revenueUnit',
    options: options('revenueUnit', ['yuan', 'ten-thousand']),
    when: sizes,
  },
  { type: 'text', path: 'as', label: 'label.as' },
  {
    type: 'list',
    path: 'more',
    label: 'label.more',
    add: 'label.more.add',
    start: { show: 'province', as: 'province' },
    item: [
      { type: 'select', path: 'show', label: 'label.show', options: options('show', answers) },
      { type: 'text', path: 'as', label: 'label.as' },
    ],
    when: places,
  },
  { type: 'select', path: 'names', label: 'label.names', options: options('names', ['short', 'full']), when: places },
  { type: 'text', path: 'outcome', label: 'label.outcome', optional: true },
];
