// Special pictures of kinds.
export const faces = {
  tiers: { title: 'Tiers on the distribution' },
} as const;
