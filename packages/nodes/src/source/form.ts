// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const sourceForm: readonly FormField[] = [{ type: 'data', path: 'data', label: 'label.data' }];
