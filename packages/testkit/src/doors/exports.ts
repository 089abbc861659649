/** The names that a file exports, types marked as such, sorted. */
import { parseSync } from 'oxc-parser';

/** @throws Error when the file exports something that it does not name. */
export function exportsOf(file: string, text: string): readonly string[] {
  const parsed = parseSync(file, text);
  const entries = parsed.module.staticExports.flatMap((statement) => statement.entries);
  return entries
    .map((entry) => {
      const name = entry.exportName.name;
      if (name === null) throw new Error(`${file}: a door names its exports by hand`);
      return entry.isType ? `type ${name}` : name;
    })
    .sort();
}
