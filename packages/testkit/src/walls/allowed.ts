/** Which package may know which: the one table behind the walls test. Packages not listed here may not exist. */

/** What one workspace package may depend on. */
export interface Allowance {
  /** Workspace packages it may depend on; `any` for what composes them. */
  readonly packages: readonly string[] | 'any';
  /** Outside packages it may depend on, where the list is part of the design; no list means no limit. */
  readonly outside?: readonly string[];
  /** It must also run in a browser or at an edge, so its sources import no Node module. */
  readonly anywhere?: true;
}

/** Keyed by folder. The order is the reading order: data flows downwards. */
export const allowed: Readonly<Record<string, Allowance>> = {
  'packages/draw': { packages: [], outside: [], anywhere: true },
  'packages/definition': { packages: [], outside: ['@noble/hashes'], anywhere: true },
  'packages/evaluator': { packages: ['definition'], outside: ['re2js'], anywhere: true },
  'packages/expression': { packages: ['definition', 'evaluator'], anywhere: true },
  'packages/fitting': { packages: ['definition', 'evaluator'], outside: [], anywhere: true },
  'packages/flow': { packages: ['definition'], anywhere: true },
  'packages/compiler': { packages: ['definition', 'flow', 'expression'], anywhere: true },
  'packages/nodes': { packages: ['definition', 'compiler', 'flow', 'expression'], anywhere: true },
  'packages/data': { packages: ['definition', 'evaluator'] },
  'packages/sql': { packages: ['definition'], anywhere: true },
  'packages/api': { packages: ['definition', 'flow'], anywhere: true },
  'packages/client': { packages: ['definition', 'evaluator', 'api'] },
  'packages/templates': { packages: ['definition', 'draw', 'flow'], anywhere: true },
  'packages/testkit': { packages: 'any' },
  'apps/runtime': { packages: 'any' },
  'apps/studio': {
    packages: ['flow', 'compiler', 'nodes', 'expression', 'evaluator', 'definition', 'api', 'templates'],
    anywhere: true,
  },
  'apps/cli': { packages: 'any' },
  'apps/docs': { packages: 'any' },
  examples: { packages: 'any' },
};

/** What may stand at the top of the repository. */
export const topLevel: readonly string[] = [
  'apps',
  'packages',
  'examples',
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  'biome.json',
  'knip.json',
  'vitest.config.ts',
  'README.md',
  'LICENSE',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
];
