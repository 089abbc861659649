// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const mergeForm: readonly FormField[] = [{ type: 'inputs', path: 'priority', label: 'label.priority', optional: true }];
