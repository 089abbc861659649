// Whether a key press belongs to text that is being written.

/** An input method is composing: Enter chooses a candidate and must not submit anything. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

const textTypes = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date', 'time', 'datetime-local']);

/** The element takes text: a field, an editor, or anything that says so. Monaco's focus sits on a plain element with the role of a text box. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('.monaco-editor, [role="textbox"], [contenteditable="true"], .nokey') !== null) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && textTypes.has(target.type);
}
