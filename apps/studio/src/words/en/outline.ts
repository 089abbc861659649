// The flow as a table.
export const outline = {
  title: 'Outline',
  node: 'Node',
  people: 'People',
  actions: 'Actions',
  actionsFor: 'Actions for {title}',
  after: 'after {nodes}',
  connect: 'Connect to',
  disconnect: 'Disconnect from',
  wayTo: '{port} → {title}',
} as const;
