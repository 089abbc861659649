// The draw that the example shop made before its offer: who was left out, for the comparison.

/** Salt of the draw. */
export const offerSalt = 'autumn-offer';

/** Part of the customers without the offer. */
export const withheld = 0.2;
