// The smallest effect that the groups of a split can show.
export const effect = {
  title: 'What these groups can show',
  help: 'The smallest difference that a comparison would find in 80 of 100 cases, where 5 of 100 comparisons of equal groups find one by chance (two-sided, normal approximation).',
  base: 'Compared with',
  measure: 'What is compared',
  rate: 'A rate',
  amount: 'An amount',
  baseRate: 'Expected rate in {base}',
  riseSeen:
    'With {n} people in {base} and {of} in {other}, a rise from {from} to {to} ({by} percentage points) would be seen; a smaller one likely not.',
  points: '+{n} points',
  notSeen: 'With {n} people in {base} and {of} in {other}, no rise of this rate would be seen for sure. Make the smaller group bigger.',
  table: 'Smallest rise that would be seen',
  rateOf: 'Rate in {base}',
  mean: 'Mean per person, if known',
  deviation: 'Standard deviation',
  shiftSeen: 'With {n} people in {base} and {of} in {other}, a difference of {by} per person would be seen; a smaller one likely not.',
  ofMean: 'That is {share} % of the mean.',
} as const;
