// What a command is: options, and an action that answers an exit code. Help texts stand with the words.
import type { Readable, Writable } from 'node:stream';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Language } from './words/language.ts';

/** The outside of a command. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard error is a terminal: progress is shown. */
  readonly terminal: boolean;
  /** Aborts when the person or the system asks the command to end. */
  readonly signal: AbortSignal;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: { readonly [option: string]: string | boolean | readonly (string | boolean)[] | undefined };
}

export interface Call {
  readonly io: Io;
  readonly language: Language;
  readonly args: Arguments;
}

/** 0 done, 1 the input is wrong, 2 the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly options: ParseArgsOptionsConfig;
  /** Names of the positional arguments, all required. */
  readonly positionals: readonly string[];
  readonly run: (call: Call) => Promise<ExitCode>;
}

/** The value of a text option. */
export function textOption({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of an option that may stand several times. */
export function textOptions({ values }: Arguments, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
