// Importing data.
export const importing = {
  title: 'Import data',
} as const;
