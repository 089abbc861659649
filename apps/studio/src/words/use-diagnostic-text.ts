// Remarks of the compiler and of kinds, in words.
import { messageOf } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import { useCallback } from 'react';
import { usePreferences, useStudio } from '../app/studio.ts';

/** Says a diagnostic in the language that is chosen. */
export function useDiagnosticText(): (diagnostic: Diagnostic) => string {
  const { kinds } = useStudio();
  const language = usePreferences((state) => state.language);
  return useCallback((diagnostic) => messageOf(diagnostic, language, kinds), [kinds, language]);
}
