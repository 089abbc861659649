// The run that says which tier a flow's customers had: the last finished one up to a day.
import type { PreviousRef } from '../analysis/protocol.ts';
import { type Folders, membersFile } from '../folders.ts';
import type { RunTable } from '../store/run-table.ts';

/** Undefined while there is none: all customers are new then. Runs of later days say nothing about the day that is asked for. */
export function previousRun(runs: RunTable, folders: Folders, flow: string, asOf: string): PreviousRef | undefined {
  const row = runs.lastUpTo(flow, asOf);
  if (row === undefined || row.members === null) return undefined;
  return { run: row.id, asOf: row.asOf, members: membersFile(folders, row.id), digest: row.members.digest };
}
