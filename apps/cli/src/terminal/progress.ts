// Progress of imports and long fits on a terminal: one line on standard error that is written over and over, and cleared at the end.
import type { ImportProgress } from '@tierflow/data';
import type { FitProgress } from '@tierflow/fitting';
import type { Io } from '../command.ts';
import type { DataFile } from '../input/data-files.ts';
import { plain } from '../output/text-table.ts';
import type { Language } from '../words/language.ts';
import { say } from '../words/own.ts';

export interface ProgressLine {
  readonly imports: (file: DataFile, progress: ImportProgress) => void;
  readonly fits: (progress: FitProgress) => void;
  readonly clear: () => void;
}

/** Silent where standard error is not a terminal. */
export function progressLine({ stderr, terminal }: Io, language: Language): ProgressLine {
  if (!terminal) return { imports: () => undefined, fits: () => undefined, clear: () => undefined };
  const whole = new Intl.NumberFormat(language);
  const write = (words: string): void => {
    stderr.write(`\r\u001b[2K${words.slice(0, 100)}`);
  };
  return {
    imports: ({ name }, { phase, bytes, totalBytes, rows }) => {
      const percent = phase === 'read' && totalBytes > 0 ? `${Math.min(100, Math.floor((bytes * 100) / totalBytes))} %` : '';
      write(say(language, `progress.${phase}`, { name: plain(name), percent, rows: whole.format(rows) }));
    },
    fits: ({ node, share }) => write(say(language, 'progress.fit', { name: plain(node), percent: `${Math.floor(share * 100)} %` })),
    clear: () => {
      stderr.write('\r\u001b[2K');
    },
  };
}
