// What the names of a formula in the inspector stand for: as the compiler told, and before it could, what arrives at the node.
import type { FormulaScope } from '@tierflow/expression';
import { useMemo, useRef } from 'react';
import { useFacts, useStudio } from '../app/studio.ts';
import { useForm } from '../inspector/form/form-scope.ts';

/** `line`: the formula is about one line of that collection. */
export function useFormulaScope(path: string, line: string | undefined): FormulaScope {
  const { facts } = useStudio();
  const form = useForm();
  const compilation = useFacts((state) => state.compilation);
  const told = form.facts?.formulas?.get(path);
  const before = useRef<{ readonly node: string; readonly path: string; readonly scope: FormulaScope } | null>(null);
  // While the settings cannot be read (a text just emptied) nothing is told; what was told last still holds.
  if (told !== undefined) before.current = { node: form.node.id, path, scope: told };
  const kept = before.current?.node === form.node.id && before.current.path === path ? before.current.scope : undefined;
  const columns = form.facts?.scope;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the collections change when the flow is compiled anew
  const arriving = useMemo((): FormulaScope => {
    const collections = facts.collections();
    const lines = line === undefined ? undefined : collections.get(line);
    return {
      column: (name) => columns?.get(name),
      collection: (name) => collections.get(name),
      names: () => [...(columns?.keys() ?? []), ...collections.keys()],
      ...(lines === undefined ? {} : { line: lines }),
    };
  }, [facts, compilation, columns, line]);
  return told ?? kept ?? arriving;
}
