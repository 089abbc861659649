// The library's own few words (no suggestions, quick fix …): it reads them from a global table by number.
import type { Language } from '../../design/number-format.ts';

/** Sets the library's language; to be called before it is loaded, and again when the language changes. */
export async function speakLibrary(language: Language): Promise<void> {
  globalThis._VSCODE_NLS_MESSAGES = language === 'zh-CN' ? (await import('./chinese.ts')).messages : undefined;
}

declare global {
  var _VSCODE_NLS_MESSAGES: readonly string[] | undefined;
}
