// Choosing values from a tree of places.
export const regions = {
  choose: '{label}: choose',
  nothing: 'Choose …',
  chosen_one: '{n} chosen',
  chosen_other: '{n} chosen',
  search: 'Search: name or first letters',
  notFound: 'No place of this name.',
  more: '… and {n} more',
  places: '{n} places of this name',
  clear: 'Choose none',
  only: 'Keep only these people',
  onlyTitle: '{place} only',
} as const;
