// Settings of a node.
export const inspector = {
  title: 'Settings',
} as const;
