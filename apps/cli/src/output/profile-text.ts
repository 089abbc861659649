// What is in a file, for people: how it was read, its columns, what was rejected.
import type { FileProfile } from '@tierflow/data';
import type { Language } from '../words/language.ts';
import { sentence } from '../words/messages.ts';
import { say } from '../words/own.ts';
import { plain, textTable } from './text-table.ts';

/** Values longer than this are cut. */
const MAX_VALUE = 24;

export function profileText(source: string, profile: FileProfile, language: Language): string {
  const whole = new Intl.NumberFormat(language);
  const word = (key: string): string => say(language, `profile.${key}`);
  const { format, encoding, delimiter, header, rows, rejected, duplicateRows, blankLines } = profile;
  const facts: readonly (readonly [string, string])[] = [
    ['file', plain(source)],
    [
      'format',
      [
        format.toUpperCase(),
        encoding,
        ...(delimiter === undefined ? [] : [`${word('delimiter')} ${JSON.stringify(delimiter)}`]),
        ...(header === false ? [word('no-header')] : []),
      ].join(', '),
    ],
    ['rows', whole.format(rows)],
    ['rejected', whole.format(rejected)],
    ['duplicates', whole.format(duplicateRows)],
    ...(blankLines === 0 ? [] : [['blank-lines', whole.format(blankLines)] as const]),
  ];
  const columns = profile.columns.map(({ name, type, rule, stats }) => [
    name,
    `${type} (${rule})`,
    rows === 0 ? '–' : filled(rows - stats.missing, rows, language),
    whole.format(stats.missing),
    whole.format(stats.distinct),
    shown(stats.min),
    shown(stats.max),
  ]);
  const heads = ['column', 'type', 'filled', 'empty', 'distinct', 'min', 'max'].map(word);
  return [
    textTable(
      facts.map(([key, value]) => [word(key), value]),
      ['left', 'left'],
    ),
    '\n',
    textTable([heads, ...columns], ['left', 'left', 'right', 'right', 'right', 'left', 'left']),
    ...rejectLines(profile, language),
    ...profile.notices.map((notice) => `${say(language, 'severity.info')}: ${plain(sentence(notice, language))}\n`),
  ].join('');
}

/** Never 100 % while something is missing, never 0 % while something is there. */
function filled(n: number, rows: number, language: Language): string {
  const share = n === rows ? 1 : n === 0 ? 0 : Math.min(0.999, Math.max(0.001, n / rows));
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

function shown(value: number | string | boolean | null): string {
  const text = value === null ? '–' : String(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE - 1)}…` : text;
}

/** Reasons with counts, then the first rejected lines. */
function rejectLines({ reasons, rejects }: FileProfile, language: Language): readonly string[] {
  const counts = Object.entries(reasons);
  if (counts.length === 0) return [];
  const lines = rejects.slice(0, 10).map(({ line, column, reason, raw }) => [`${line}`, column ?? '', reason, shown(raw)]);
  const heads = ['line', 'column', 'reason', 'text'].map((key) => say(language, `profile.${key}`));
  return [
    `\n${say(language, 'profile.rejects')}\n`,
    ...counts.map(
      ([reason, n]) => `  ${new Intl.NumberFormat(language).format(n)} × ${sentence({ code: reason, params: {} }, language)} [${reason}]\n`,
    ),
    '\n',
    textTable([heads, ...lines], ['right', 'left', 'left', 'left']),
  ];
}
