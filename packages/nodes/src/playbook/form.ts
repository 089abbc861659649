// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const playbookForm: readonly FormField[] = [
  { type: 'playbook', path: 'playbook', label: 'label.playbook' },
  { type: 'number', path: 'priority', label: 'label.priority', min: 1, max: 1000, step: 1, optional: true },
];
