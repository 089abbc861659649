// The rules of a clean node.
export const cleaning = {
  changed_one: '{n} person changed',
  changed_other: '{n} people changed',
  refused_one: '{n} person set apart',
  refused_other: '{n} people set apart',
  examples: 'Before and after',
  becomes: 'becomes',
  drag: 'Drag to another place',
  keys: 'Alt and the arrow keys move the rule',
  pasteHint: 'Two columns copied from a spreadsheet can be pasted into any cell.',
  proposed: 'Frequent, without a row:',
  addText: 'Add “{text}”',
} as const;
