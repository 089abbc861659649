// `--data NAME=FILE` options: which file belongs to which data set of the flow.
import { existsSync, statSync } from 'node:fs';
import { inputFault, UsageFault } from '../fault.ts';

/** A file that holds one data set. */
export interface DataFile {
  readonly name: string;
  readonly path: string;
}

/** Reads the options. Throws UsageFault where one is not NAME=FILE or a name stands twice, InputFault where a file is not there. */
export function dataFiles(options: readonly string[]): readonly DataFile[] {
  const files = options.map((option): DataFile => {
    const at = option.indexOf('=');
    if (at < 1 || at === option.length - 1) throw new UsageFault('usage.data', { value: option });
    return { name: option.slice(0, at), path: option.slice(at + 1) };
  });
  const names = new Set<string>();
  for (const { name, path } of files) {
    if (names.has(name)) throw new UsageFault('usage.data-twice', { name });
    names.add(name);
    if (!existsSync(path)) throw inputFault('file.unreadable', { reason: 'ENOENT' }, path);
    if (statSync(path).isDirectory()) throw inputFault('file.unreadable', { reason: 'EISDIR' }, path);
  }
  return files;
}
