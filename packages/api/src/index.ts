// The doors of the api package: what travels between the runtime and its clients.
export {
  type Clusters,
  type ClustersRequest,
  type ClusterTrialAnswer,
  type ClusterTrialRequest,
  clustersRequestSchema,
  clustersSchema,
  clusterTrialRequestSchema,
  clusterTrialSchema,
} from './clusters.ts';
export {
  type ColumnProfile,
  columnProfileSchema,
  type Dataset,
  type DatasetDetail,
  datasetDetailSchema,
  datasetSchema,
  type Import,
  type ImportQuery,
  type ImportState,
  importQuerySchema,
  importSchema,
  type Probe,
  probeSchema,
  type Reject,
  rejectSchema,
  type TextTable,
  textTableSchema,
} from './datasets.ts';
export {
  type Contribution,
  type CustomerHit,
  type DecideRequest,
  decideRequestSchema,
  decisionSchema,
  type Explain,
  type ExplainRequest,
  explainRequestSchema,
  explainSchema,
  type ItemError,
  type NodePass,
} from './decisions.ts';
export { type FaultCode, faultMessage, faultTable } from './fault-codes.ts';
export {
  type FlowSummary,
  flowSummarySchema,
  type Live,
  type Publish,
  type Published,
  publishSchema,
  type Version,
  type VersionDetail,
  versionSchema,
} from './flows.ts';
export { gateMessages } from './gate-codes.ts';
export type { Impact, ImpactRequest } from './impact.ts';
export {
  type Lever,
  type LeverMoves,
  leverMovesSchema,
  leverSchema,
  type Move,
  type Moves,
  moveBinSchema,
  moveChangeSchema,
  moveSchema,
  movesSchema,
  type TierMoves,
  type TierMovesRequest,
  tierMovesRequestSchema,
  tierMovesSchema,
} from './moves.ts';
export {
  type ConditionCount,
  type Grid,
  type Histogram,
  type NodeCount,
  nodeCountSchema,
  type Preview,
  type PreviewRequest,
  type PreviewRows,
  type PreviewRowsRequest,
  previewRequestSchema,
  previewRowsRequestSchema,
  previewRowsSchema,
  previewSchema,
  type Shares,
} from './preview.ts';
export { type Fault, PROBLEM_TYPE, type Problem, problemMessage, problemSchema } from './problem.ts';
export { type ProblemCode, problemCodes, problemTable } from './problem-codes.ts';
export {
  type Answer,
  bodyProblems,
  commonProblems,
  DOCUMENT_LIMIT,
  FILE_LIMIT,
  JSON_LIMIT,
  type Method,
  type Permission,
  PROBE_LIMIT,
  type RequestBody,
  type RequestHeader,
  type Route,
  TABLE_ROWS,
} from './route.ts';
export { type AnswerOf, type BodyOf, type QueryOf, type RouteName, type Routes, routes, type SentBodyOf } from './routes.ts';
export { type Job, type JobState, type Member, type Run, runSchema } from './runs.ts';
export { type Cell, type Language, languageSchema, type TierCount, tierCountSchema } from './values.ts';
export { type Workspace, workspaceSchema } from './workspace.ts';
