// From words on the command line to an exit code: finds the command, reads its options, prints what stopped it.
import { parseArgs } from 'node:util';
import type { Arguments, Command, ExitCode, Io } from './command.ts';
import { commands } from './commands/table.ts';
import { InputFault, UsageFault } from './fault.ts';
import { print } from './terminal/print.ts';
import { helpFor } from './words/help.ts';
import { type Language, languageOf } from './words/language.ts';

const everywhere = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;
/** Faults printed at most; more of them help nobody. */
const MAX_PRINTED = 20;

/** Runs one command line (without the program's own name). */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageIn(argv, io);
  try {
    return await dispatch(argv, io, language);
  } catch (error) {
    return await report(error, argv[0], io, language);
  }
}

/** The language is needed even where the rest of the command line cannot be read. */
function languageIn(argv: readonly string[], io: Io): Language {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  try {
    return languageOf(asked, io.env);
  } catch {
    return languageOf(undefined, io.env);
  }
}

async function dispatch(argv: readonly string[], io: Io, language: Language): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) throw new UsageFault('usage.no-command');
  if (name === '--help' || name === '-h' || name === 'help')
    return await print(io.stdout, helpFor(rest[0] !== undefined && Object.hasOwn(commands, rest[0]) ? rest[0] : undefined, language));
  if (!Object.hasOwn(commands, name)) throw new UsageFault('usage.unknown-command', { name });
  const command = await (commands[name] as () => Promise<Command>)();
  const args = readArguments(command, rest);
  if (args.values['help'] === true) return await print(io.stdout, helpFor(name, language));
  languageOf(args.values['lang'] as string | undefined, io.env);
  const missing = command.positionals[args.positionals.length];
  if (missing !== undefined) throw new UsageFault('usage.missing-argument', { name: missing });
  if (args.positionals.length > command.positionals.length)
    throw new UsageFault('usage.extra-argument', { value: args.positionals[command.positionals.length] ?? '' });
  return await command.run({ io, language, args });
}

function readArguments(command: Command, argv: readonly string[]): Arguments {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...command.options, ...everywhere },
      allowPositionals: true,
      strict: true,
    }) as Arguments;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const option = /'(-{1,2}[^' =]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new UsageFault(unknown ? 'usage.unknown-option' : 'usage.option-value', { option });
  }
}

async function report(error: unknown, name: string | undefined, io: Io, language: Language): Promise<ExitCode> {
  if (!(error instanceof UsageFault || error instanceof InputFault)) throw error;
  const { problemLine } = await import('./words/messages.ts');
  if (error instanceof UsageFault) {
    const known = name !== undefined && Object.hasOwn(commands, name) ? name : undefined;
    await print(io.stderr, `${problemLine(error.problem, language)}\n${helpFor(known, language)}`);
    return 2;
  }
  const lines = error.problems.slice(0, MAX_PRINTED).map((problem) => problemLine(problem, language));
  const more = error.problems.length - lines.length;
  if (more > 0) lines.push(problemLine({ code: 'input.more', params: { count: more } }, language));
  await print(io.stderr, lines.join(''));
  return 1;
}
