// Fields of the inspector; the rules, their picture and the switches for single rules are the studio's face `basket`.
import type { FormField } from '@tierflow/compiler';

const orders = ['lift', 'confidence', 'support'].map((value) => ({ value, label: `option.best.${value}` }));

export const basketForm: readonly FormField[] = [
  { type: 'collection', path: 'from', label: 'label.from' },
  { type: 'value', path: 'item', label: 'label.item', types: ['string', 'number'], of: 'from' },
  { type: 'value', path: 'basket', label: 'label.basket', types: ['string', 'number', 'date', 'datetime'], of: 'from', optional: true },
  { type: 'condition', path: 'where', label: 'label.where', of: 'from', optional: true },
  { type: 'percent', path: 'minSupport', label: 'label.minSupport' },
  { type: 'percent', path: 'minConfidence', label: 'label.minConfidence' },
  { type: 'number', path: 'minLift', label: 'label.minLift', min: 0, step: 0.1 },
  { type: 'select', path: 'best', label: 'label.best', options: orders },
  { type: 'number', path: 'maxSize', label: 'label.maxSize', min: 2, max: 6, step: 1 },
  { type: 'number', path: 'maxRules', label: 'label.maxRules', min: 1, max: 1000, step: 1 },
  {
    type: 'list',
    path: 'without',
    label: 'label.without',
    add: 'label.without.add',
    start: { item: '' },
    item: [{ type: 'text', path: 'item', label: 'label.without.item' }],
  },
  { type: 'text', path: 'as', label: 'label.as' },
];
