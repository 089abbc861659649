// All commands by name, in the order of the help. Each is loaded when it is asked for.
import type { Command } from '../command.ts';

export const commands: { readonly [name: string]: () => Promise<Command> } = {
  run: async () => (await import('./run.ts')).run,
  compile: async () => (await import('./compile.ts')).compileCommand,
  decide: async () => (await import('./decide.ts')).decide,
  check: async () => (await import('./check.ts')).check,
  verify: async () => (await import('./verify.ts')).verify,
  sql: async () => (await import('./sql.ts')).sqlCommand,
  profile: async () => (await import('./profile.ts')).profileCommand,
  serve: async () => (await import('./serve.ts')).serve,
};
