// The doors of the fitting package.
export type { Estimate, Estimator } from './estimators/estimator.ts';
export { estimators } from './estimators/index.ts';
export { type FitOptions, type FitProgress, type Fitted, fit } from './fit.ts';
