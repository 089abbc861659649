// Fields of the inspector; places, money and what they come to are the studio's face `allocate`.
import type { FormField } from '@tierflow/compiler';

export const allocateForm: readonly FormField[] = [
  {
    type: 'list',
    path: 'offers',
    label: 'label.offers',
    add: 'label.offers.add',
    start: { id: 'offer', title: '', value: '', cost: 1, capacity: 100 },
    item: [
      { type: 'title', path: 'title', label: 'label.title', optional: true },
      { type: 'value', path: 'value', label: 'label.value', types: ['number'] },
      { type: 'value', path: 'cost', label: 'label.cost', types: ['number'], optional: true },
      { type: 'number', path: 'capacity', label: 'label.capacity', min: 0, step: 1, optional: true },
      { type: 'number', path: 'budget', label: 'label.budget', min: 0, optional: true },
      { type: 'condition', path: 'where', label: 'label.where', optional: true },
      { type: 'playbook', path: 'playbook', label: 'label.playbook', optional: true },
      { type: 'text', path: 'id', label: 'label.id' },
    ],
  },
  { type: 'number', path: 'budget', label: 'label.common', min: 0, optional: true },
  { type: 'number', path: 'priority', label: 'label.priority', min: 1, max: 1000, step: 1, optional: true },
  { type: 'text', path: 'as', label: 'label.as', optional: true },
  { type: 'text', path: 'salt', label: 'label.salt', optional: true },
];
