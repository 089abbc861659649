// The doors of the data package.
export type { TaskOptions } from './child.ts';
export type { ColumnStats, Manifest, ManifestColumn, ManifestCustomers, Notice } from './generation/manifest.ts';
export { collectOrphans } from './generation/orphans.ts';
export { importFile, profile, textTable } from './import-file.ts';
export type { DatasetRole, ImportedGeneration, ImportProgress, ImportRequest, ReadOptions } from './import-request.ts';
export type { Reject } from './load/rejects.ts';
export { dataMessages } from './messages.ts';
export type { Outcome, Problem } from './outcome.ts';
export type { FileProfile, ProfileColumn, ProfileRequest } from './profile/file-profile.ts';
export { type DatasetCounts, type OpenedTable, openTable, type TableRequest } from './table/open-table.ts';
export { readManifest } from './table/read-manifest.ts';
export { type DataRecord, type RecordRange, records, rowOf } from './table/records.ts';
export type { TextTable, TextTableRequest } from './text-table/text-table.ts';
export type { ColumnMapping } from './values/rule.ts';
