// The doors of the fitting package.
export {
  type ClusterDescription,
  type ClusterInput,
  type ClusterMap,
  type ClusterProfile,
  describeClusters,
} from './clusters/describe-clusters.ts';
export { type ClusterTrial, tryClusters } from './clusters/try-clusters.ts';
export type { Estimate, Estimator } from './estimators/estimator.ts';
export { estimators } from './estimators/index.ts';
export { type FitOptions, type FitProgress, type Fitted, fit } from './fit.ts';
export { keyOrder } from './key-order.ts';
