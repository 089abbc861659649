// Every kind of the registry has an icon of its own name.
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { kindIcons } from './kind-icons.ts';

test.each([...nodeKinds.values()])('$kind has its icon', (kind) => {
  expect(Object.keys(kindIcons)).toContain(kind.icon);
});
