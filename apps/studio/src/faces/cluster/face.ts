// The face of clusters: choosing how many, naming them in place, what they are like, and a map.
import type { Face } from '../face.ts';
import { ClusterConfig } from './ClusterConfig.tsx';
import { ClusterResults } from './ClusterResults.tsx';

export const face: Face = { draws: ['k', 'labels'], Config: ClusterConfig, Results: ClusterResults, fitted: true };
