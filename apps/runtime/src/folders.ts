// Where things lie in the data folder.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Folders {
  readonly root: string;
  /** Files being received, and received files that wait for their import. */
  readonly uploads: string;
  /** One folder per finished import; never changed after it got its name. */
  readonly generations: string;
  /** One members' file per finished run. */
  readonly runs: string;
  /** What may be thrown away at any start. */
  readonly scratch: string;
}

/** Names the folders and makes those that are missing, readable by their owner only. */
export function openFolders(root: string): Folders {
  const folders: Folders = {
    root,
    uploads: join(root, 'uploads'),
    generations: join(root, 'generations'),
    runs: join(root, 'runs'),
    scratch: join(root, 'scratch'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/** Folder of a finished import. */
export function generationFolder(folders: Folders, id: string): string {
  return join(folders.generations, id);
}

/** The members' file of a run. */
export function membersFile(folders: Folders, id: string): string {
  return join(folders.runs, `${id}.ndjson`);
}
