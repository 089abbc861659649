// The doors of the draw package.
export { exp, ln } from './elementary.ts';
export { Names } from './names.ts';
export { firstAbove, Random, Weighted } from './random.ts';
