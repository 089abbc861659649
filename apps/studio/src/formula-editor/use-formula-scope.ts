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
  const kept = useKept(`${form.node.id} ${path}`, form.facts?.formulas?.get(path));
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
  return kept ?? arriving;
}

/**
 * The scope told of one formula. One that says the same stays the same thing, so that a formula is not looked at again for
 * nothing; while the settings cannot be read (a text just emptied) nothing is told, and what was told last still holds.
 */
function useKept(place: string, told: FormulaScope | undefined): FormulaScope | undefined {
  const ref = useRef<{ readonly place: string; readonly told: FormulaScope; readonly kept: FormulaScope } | null>(null);
  const last = ref.current?.place === place ? ref.current : null;
  if (told === undefined || told === last?.told) return last?.kept;
  const kept = last !== null && contentOf(last.kept) === contentOf(told) ? last.kept : told;
  ref.current = { place, told, kept };
  return kept;
}

/** Everything a scope answers, as a text. */
function contentOf(scope: FormulaScope): string {
  return JSON.stringify([scope.line, scope.names().map((name) => [name, scope.column(name), scope.collection(name)])]);
}
