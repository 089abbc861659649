// Remarks of the compiler and of kinds, in words.
import { messageOf } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import { useCallback } from 'react';
import { usePreferences, useStudio } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';
import { useNodeTitle } from './use-words.ts';

/** Says a diagnostic in the language that is chosen. Nodes it speaks of by id are called by their names. */
export function useDiagnosticText(): (diagnostic: Diagnostic) => string {
  const { kinds, document } = useStudio();
  const language = usePreferences((state) => state.language);
  const titleOf = useNodeTitle();
  return useCallback(
    (diagnostic) => {
      const ids = diagnostic.params['nodes'];
      if (typeof ids !== 'string') return messageOf(diagnostic, language, kinds);
      const flow = shownFlow(document.getState());
      const names = ids.split(', ').map((id) => titleOf(flow, id));
      const nodes = new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(names);
      return messageOf({ ...diagnostic, params: { ...diagnostic.params, nodes } }, language, kinds);
    },
    [kinds, document, language, titleOf],
  );
}
