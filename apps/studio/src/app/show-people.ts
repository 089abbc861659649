// Opens the results drawer with the people behind a number.
import { type PreferenceStore, setPanel } from './preferences.ts';
import type { PeoplePlace, UiStore } from './ui-store.ts';

interface Stores {
  readonly ui: UiStore;
  readonly preferences: PreferenceStore;
}

/** Shows exactly this set of people. */
export function showPeople({ ui, preferences }: Stores, place: PeoplePlace): void {
  ui.setState({ people: place });
  setPanel(preferences, 'drawer', { open: true });
}
