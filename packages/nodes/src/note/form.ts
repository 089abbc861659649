// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const noteForm: readonly FormField[] = [{ type: 'text', path: 'text', label: 'label.text', multiline: true }];
