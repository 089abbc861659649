// What the operator chose, read from the environment once.
import { resolve } from 'node:path';
import { isLoopback } from './http/guard.ts';

export interface Settings {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** The operator said that listening beyond this machine is wanted although there are no roles yet. */
  readonly insecure: boolean;
  /** Generate and import the example data on the first start. */
  readonly examples: boolean;
  /** Memory for customer data in the analysis thread. */
  readonly memoryMb: number;
}

export type SettingsOutcome = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly message: string };

const DEFAULT_PORT = 8787;
const DEFAULT_MEMORY_MB = 4096;

/** Reads `PORT`, `HOST`, `TIERFLOW_DATA`, `TIERFLOW_INSECURE`, `TIERFLOW_EXAMPLES`, `TIERFLOW_MEMORY_MB`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, defaultFolder: string): SettingsOutcome {
  const host = env['HOST'] || '127.0.0.1';
  const port = wholeNumber(env['PORT'], DEFAULT_PORT, 0, 65_535);
  const memoryMb = wholeNumber(env['TIERFLOW_MEMORY_MB'], DEFAULT_MEMORY_MB, 64, 1_048_576);
  const insecure = env['TIERFLOW_INSECURE'] === '1';
  if (port === undefined) return { ok: false, message: `PORT must be a number from 0 to 65535, not ${env['PORT']}` };
  if (memoryMb === undefined)
    return { ok: false, message: `TIERFLOW_MEMORY_MB must be a number of megabytes from 64, not ${env['TIERFLOW_MEMORY_MB']}` };
  if (!isLoopback(host) && !insecure) {
    return {
      ok: false,
      message: `HOST=${host} would serve customer data to other machines without any login. Set TIERFLOW_INSECURE=1 if that is wanted.`,
    };
  }
  const dataDir = resolve(env['TIERFLOW_DATA'] || defaultFolder);
  return { ok: true, settings: { dataDir, host, port, insecure, examples: env['TIERFLOW_EXAMPLES'] !== '0', memoryMb } };
}

function wholeNumber(text: string | undefined, otherwise: number, least: number, most: number): number | undefined {
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
