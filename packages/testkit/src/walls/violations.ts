/** Judges a workspace by the table of allowed dependencies. Pure: what is planted in a test is judged like the real thing. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { Allowance } from './allowed.ts';
import type { Import } from './imports.ts';
import type { SourceFile, WorkspacePackage } from './workspace.ts';

/** One broken rule. */
export interface Violation {
  readonly rule:
    | 'unknown-package'
    | 'forbidden-dependency'
    | 'forbidden-import'
    | 'undeclared-import'
    | 'outside-dependency'
    | 'inside-of-another'
    | 'escape'
    | 'own-index'
    | 'node-module'
    | 'unpinned';
  /** File and line, or the package's manifest. */
  readonly at: string;
  readonly what: string;
}

const scope = '@tierflow/';
/** Declared once at the root, for tests and configuration only. */
const rootTools = new Set(['vitest', 'vite']);
const builtins = new Set(builtinModules);

export function findViolations(workspace: readonly WorkspacePackage[], table: Readonly<Record<string, Allowance>>): readonly Violation[] {
  const doors = new Map(workspace.map((one) => [one.name, one.doors]));
  return workspace.flatMap((one) => {
    const allowance = table[one.folder];
    if (allowance === undefined) return [{ rule: 'unknown-package', at: one.folder, what: 'the table of walls does not list it' } as const];
    return [
      ...manifestViolations(one, allowance),
      ...one.files.flatMap((file) => file.imports.flatMap((found) => importViolations({ one, allowance, file, found, doors }))),
    ];
  });
}

function manifestViolations(one: WorkspacePackage, allowance: Allowance): readonly Violation[] {
  const at = `${one.folder}/package.json`;
  const found: Violation[] = [];
  for (const name of Object.keys(one.dependencies)) {
    if (name.startsWith(scope)) {
      if (!mayUse(allowance, name)) found.push({ rule: 'forbidden-dependency', at, what: name });
    } else if (allowance.outside !== undefined && !allowance.outside.includes(name)) {
      found.push({ rule: 'outside-dependency', at, what: name });
    }
  }
  for (const [name, version] of Object.entries({ ...one.dependencies, ...one.devDependencies })) {
    const expected = name.startsWith(scope) ? 'workspace:*' : 'catalog:';
    if (version !== expected) found.push({ rule: 'unpinned', at, what: `${name} should say ${expected}` });
  }
  return found;
}

interface Mention {
  readonly one: WorkspacePackage;
  readonly allowance: Allowance;
  readonly file: SourceFile;
  readonly found: Import;
  readonly doors: ReadonlyMap<string, readonly string[]>;
}

function importViolations(mention: Mention): readonly Violation[] {
  const { specifier } = mention.found;
  if (specifier.startsWith('.')) return relativeViolations(mention);
  if (specifier.startsWith('node:') || builtins.has(specifier)) {
    return mention.allowance.anywhere === true && !mention.file.development ? [violation(mention, 'node-module')] : [];
  }
  if (specifier.startsWith('#') || specifier.includes(':')) return [];
  return packageViolations(mention);
}

function relativeViolations(mention: Mention): readonly Violation[] {
  const { file, found } = mention;
  const target = posix.normalize(posix.join(posix.dirname(file.path), found.specifier));
  if (target.startsWith('..')) return [violation(mention, 'escape')];
  const isOwnDoor = target === 'src/index.ts' || target === 'src/index' || target === 'src';
  return isOwnDoor && !file.development ? [violation(mention, 'own-index')] : [];
}

function packageViolations(mention: Mention): readonly Violation[] {
  const { one, allowance, file, found, doors } = mention;
  const name = packageName(found.specifier);
  const violations: Violation[] = [];
  const declared = name in one.dependencies || (file.development && (name in one.devDependencies || rootTools.has(name)));
  if (!declared && name !== one.name) violations.push(violation(mention, 'undeclared-import'));
  if (!name.startsWith(scope)) return violations;
  if (name === one.name) return file.development ? violations : [violation(mention, 'own-index')];
  if (!file.development && !mayUse(allowance, name)) violations.push(violation(mention, 'forbidden-import'));
  const path = `.${found.specifier.slice(name.length).replace(/\?.*$/, '')}`;
  if (doors.get(name)?.some((door) => opens(door, path)) === false) violations.push(violation(mention, 'inside-of-another'));
  return violations;
}

function mayUse(allowance: Allowance, name: string): boolean {
  return allowance.packages === 'any' || allowance.packages.includes(name.slice(scope.length));
}

/** A door is a path of `exports`, where one `*` stands for any text. */
function opens(door: string, path: string): boolean {
  const [before = '', after] = door.split('*');
  if (after === undefined) return door === path;
  return path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after);
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function violation({ one, file, found }: Mention, rule: Violation['rule']): Violation {
  return { rule, at: `${one.folder}/${file.path}:${found.line}`, what: found.specifier };
}
