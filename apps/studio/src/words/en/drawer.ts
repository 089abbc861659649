// Results drawer.
export const drawer = {
  title: 'Results',
} as const;
