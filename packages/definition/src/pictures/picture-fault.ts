// What can be wrong with a picture: the text that says how a number or an instant is written.

/**
 * `long`: too long or too wide. Of numbers: `parts` more than two, `twice` a sign that may stand once, `digits` none,
 * `inside` another character among the digits, `grouping` a misplaced separator, `order` # and digits the wrong way
 * round, `exponent`. Of whole numbers: `mixed-digits`, `sequence`. Of instants: `component` unknown, `names` of what has
 * none, `zone`, `unclosed`; where it is read: `gap` between the components, `clock` the year would be today's.
 */
export type PictureFault =
  | 'long'
  | 'parts'
  | 'twice'
  | 'digits'
  | 'inside'
  | 'grouping'
  | 'order'
  | 'exponent'
  | 'mixed-digits'
  | 'sequence'
  | 'component'
  | 'names'
  | 'zone'
  | 'unclosed'
  | 'gap'
  | 'clock';

/** Characters of a picture, and digits of one number in it. */
export const pictureLimits = { length: 500, digits: 100 } as const;
