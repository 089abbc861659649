// Remarks of the compiler and failed gates of publishing, in words.
import { gateMessages } from '@tierflow/api';
import { type Diagnostic, renderMessage } from '@tierflow/definition';
import { useCallback } from 'react';
import { usePreferences } from '../app/studio.ts';
import { useDiagnosticText } from '../words/use-diagnostic-text.ts';

/** Says a diagnostic that publishing may answer. */
export function useGateText(): (diagnostic: Diagnostic) => string {
  const say = useDiagnosticText();
  const language = usePreferences((state) => state.language);
  return useCallback(
    (diagnostic) => {
      const gates = gateMessages[language];
      return Object.hasOwn(gates, diagnostic.code) ? renderMessage(gates, diagnostic.code, diagnostic.params) : say(diagnostic);
    },
    [say, language],
  );
}
