// The doors of the fitting package.
export { type Estimate, type Estimator, estimators } from './estimators/index.ts';
export { type FitOptions, type Fitted, fit } from './fit.ts';
