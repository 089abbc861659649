// Finds the control of a field by its path: the field itself, else the nearest one it lies in.

const focusable = 'input:not([type="hidden"]), textarea, select, button, [tabindex="0"]';

/** What to focus for a path; undefined where the area holds nothing. */
export function focusTarget(area: HTMLElement, path: string): HTMLElement | undefined {
  const names = path.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const field = area.querySelector<HTMLElement>(`[data-field="${CSS.escape(names.slice(0, length).join('.'))}"]`);
    const control = field === null ? undefined : controlIn(field);
    if (control !== undefined) return control;
  }
  return controlIn(area);
}

/** The control of a field comes before its help and tools. */
function controlIn(field: HTMLElement): HTMLElement | undefined {
  if (field.matches(focusable)) return field;
  const all = [...field.querySelectorAll<HTMLElement>(focusable)];
  return all.find((each) => each.matches('input, textarea, select') || each.getAttribute('aria-haspopup') === 'listbox') ?? all[0];
}
