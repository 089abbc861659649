// Loads the editor library, in the language of the page. The plain field is exchanged when nobody is writing in it.
import { type ComponentType, type RefObject, useEffect, useState } from 'react';
import { usePreferences } from '../app/studio.ts';
import type { Language } from '../design/number-format.ts';
import { speakLibrary } from './monaco/library-words.ts';
import type { MonacoFieldProps } from './monaco/MonacoField.tsx';

interface Loaded {
  /** Null until it is there. */
  readonly Field: ComponentType<MonacoFieldProps> | null;
  /** The plain field had the focus. */
  readonly focused: boolean;
}

export function useMonacoField(waiting: RefObject<HTMLElement | null>, typing: boolean): Loaded {
  const language = usePreferences((state) => state.language);
  const [ready, setReady] = useState<ComponentType<MonacoFieldProps> | null>(null);
  const [shown, setShown] = useState<Loaded>({ Field: null, focused: false });
  useEffect(() => {
    let current = true;
    load(language).then(
      (Field) => {
        if (current) setReady(() => Field);
      },
      // Without a connection the plain field does; the next formula tries again.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [language]);
  const write = ready !== null && shown.Field === null && !typing;
  useEffect(() => {
    if (write) setShown({ Field: ready, focused: waiting.current?.contains(document.activeElement) ?? false });
  }, [write, ready, waiting]);
  return shown;
}

async function load(language: Language): Promise<ComponentType<MonacoFieldProps>> {
  await speakLibrary(language);
  return (await import('./monaco/MonacoField.tsx')).MonacoField;
}
