// The doors of the fitting package.
export { type Estimate, type Estimator, estimators } from './estimators/index.ts';
export { fit, type FitOptions, type Fitted } from './fit.ts';
