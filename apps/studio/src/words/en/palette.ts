// Palette and quick add.
export const palette = {
  search: 'Find a node',
  none: 'No node fits “{text}”',
  data: 'Data',
  filter: 'Filter',
  score: 'Score',
  combine: 'Combine',
  tier: 'Tier',
  act: 'Act',
  canvas: 'Canvas',
  add: 'Add node',
  addHere: 'Add a node here',
  connectTo: 'Add a node and connect it',
  insert: 'Put a node in between',
  dragHint: 'Drag onto the canvas, or press Enter',
} as const;
