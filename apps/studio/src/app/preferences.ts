// What a person chose about the surface: language, appearance, panels. Kept in this browser, never in a flow.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../design/number-format.ts';

export type PanelName = 'palette' | 'inspector' | 'drawer';

/** What percentages refer to, everywhere at once. */
export type PercentBase = 'all' | 'input';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly base: PercentBase;
  readonly panels: { readonly [name in PanelName]: { readonly open: boolean; readonly size: number } };
  /** What the left panel shows: the nodes there are, or the flow as a table. */
  readonly left: 'nodes' | 'outline';
  readonly minimap: boolean;
  /** Single-letter shortcuts act on the canvas. */
  readonly letters: boolean;
}

export type PreferenceStore = StoreApi<Preferences>;

const key = 'tierflow.preferences';

/** Opens the preferences; what cannot be read falls back to the defaults. */
export function openPreferences(storage: Storage, languages: readonly string[]): PreferenceStore {
  const start = { ...defaults(languages), ...stored(storage) };
  const store = createStore<Preferences>(() => start);
  store.subscribe((state) => {
    try {
      storage.setItem(key, JSON.stringify(state));
    } catch {
      // A full or forbidden storage only means that the choice lasts for this visit.
    }
  });
  return store;
}

function defaults(languages: readonly string[]): Preferences {
  return {
    language: languages[0]?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en',
    theme: 'auto',
    base: 'all',
    panels: { palette: { open: true, size: 220 }, inspector: { open: true, size: 340 }, drawer: { open: false, size: 260 } },
    left: 'nodes',
    minimap: true,
    letters: true,
  };
}

function stored(storage: Storage): Partial<Preferences> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Partial<Preferences>) : {};
  } catch {
    return {};
  }
}

/** Opens, closes or resizes a panel. */
export function setPanel(store: PreferenceStore, name: PanelName, change: { readonly open?: boolean; readonly size?: number }): void {
  store.setState((state) => ({ panels: { ...state.panels, [name]: { ...state.panels[name], ...change } } }));
}
