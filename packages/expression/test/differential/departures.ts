// The named departures from jsonata that random formulas meet, each as a change that brings jsonata to our rule (jsonata-tree.ts).
// cases/gaps.json has single examples of them.

export const departures = {
  letters: 'upper and lower case of letters beyond a–z: left as they are',
  nulls: 'null: taken as missing',
  emptyLists: 'an empty list of a record: taken as a missing one',
  missingLists: 'a missing list: has no lines, where theirs has one of nothing to a predicate',
  textOrder: 'order of texts: by code point, not by unit of UTF-16',
  digits: 'a whole number of more than 15 digits as text: the rest is zeros',
  bases: 'a text that only begins like a hexadecimal number: our error, theirs is NaN',
  zeros: 'a text of digits that begins with 0: no number',
  blanks: 'blanks of regular expressions: those of ASCII',
  unpicked: 'a line that is not the one picked: its error is ours, not evaluated there',
  idle: 'a part that does not matter: its error is theirs, or the first of theirs, not evaluated here',
} as const;

export type Departure = keyof typeof departures;

export const departureNames = Object.keys(departures) as readonly Departure[];
