// The autosave of the open flow, for dialogs that must wait for it or settle a conflict.
import { createContext, type RefObject, useContext } from 'react';
import type { Autosave } from './autosave.ts';

export const AutosaveContext = createContext<RefObject<Autosave | null> | null>(null);

/** The autosave at this moment; null while nothing is open. */
export function useAutosave(): () => Autosave | null {
  const ref = useContext(AutosaveContext);
  return () => ref?.current ?? null;
}
