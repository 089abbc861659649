// Adds a kind to the text of the registry: one import, one entry in the list.
import { namesOf } from './kind-files.ts';

const list = /(readonly NodeKind\[\] = \[)([^\]]*)(\])/;

/** @throws Error when the kind is already there, or the registry does not look like one. */
export function registerKind(registry: string, kind: string): string {
  const { value } = namesOf(kind);
  const path = `./${kind}/index.ts`;
  if (registry.includes(`'${path}'`)) throw new Error(`The registry already lists \`${kind}\`.`);
  if (!list.test(registry)) throw new Error('The registry has no list of kinds.');
  const lines = registry.split('\n');
  const imports = lines.flatMap((line, at) => (/ from '\.\/[^']+\/index\.ts';$/.test(line) ? [at] : []));
  const before = imports.find((at) => pathOf(lines[at]) > path);
  const last = imports.at(-1) ?? lines.findLastIndex((line) => line.startsWith('import '));
  lines.splice(before ?? last + 1, 0, `import { ${value} } from '${path}';`);
  return lines.join('\n').replace(list, (_, open: string, names: string, close: string) => open + withName(names, value) + close);
}

function pathOf(line: string | undefined): string {
  return /'([^']+)'/.exec(line ?? '')?.[1] ?? '';
}

/** Keeps to the list as it is written, on one line or one name a line. */
function withName(names: string, value: string): string {
  const rows = names.trimEnd().replace(/,$/, '');
  if (rows.trim() === '') return value;
  return rows.includes('\n') ? `${rows},\n  ${value},\n` : `${rows}, ${value}`;
}
