/** The workspace as data: each package's declared dependencies and what its source files import. Reads, judges nothing. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Import, importsOf } from './imports.ts';

/** One source file of a package. */
export interface SourceFile {
  /** Path inside the package, with forward slashes. */
  readonly path: string;
  /** A test, or a configuration file: runs only while developing. */
  readonly development: boolean;
  readonly imports: readonly Import[];
}

/** One workspace package. */
export interface WorkspacePackage {
  /** Path from the root of the repository. */
  readonly folder: string;
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Keys of `exports`: the doors. */
  readonly doors: readonly string[];
  readonly files: readonly SourceFile[];
}

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
}

export function readWorkspace(root: string): readonly WorkspacePackage[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [],
  );
  return [...folders, 'examples'].filter((folder) => existsSync(join(root, folder, 'package.json'))).map((folder) => read(root, folder));
}

function read(root: string, folder: string): WorkspacePackage {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return {
    folder,
    name: manifest.name ?? folder,
    dependencies: { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies },
    devDependencies: manifest.devDependencies ?? {},
    doors: doorsOf(manifest.exports),
    files: filesOf(join(root, folder)),
  };
}

function doorsOf(exports: unknown): readonly string[] {
  if (typeof exports === 'string') return ['.'];
  return typeof exports === 'object' && exports !== null ? Object.keys(exports) : [];
}

function filesOf(folder: string): readonly SourceFile[] {
  const paths = globSync('**/*.{ts,tsx,mts,js,mjs}', {
    cwd: folder,
    exclude: (name) => name === 'node_modules' || name === 'dist' || name.endsWith('/node_modules') || name.endsWith('/dist'),
  });
  return paths.sort().map((found) => {
    const path = relative('.', found).replaceAll('\\', '/');
    return { path, development: isDevelopment(path), imports: importsOf(path, readFileSync(join(folder, found), 'utf8')) };
  });
}

function isDevelopment(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)(test|e2e|bench)\//.test(path) || /\.config\.[mj]?[tj]s$/.test(path);
}
