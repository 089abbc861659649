// How the bytes of a file are read: encoding, separator, names in the first line. What was recognised can be changed.
import { Select, Switch } from '@mantine/core';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../import.module.css';
import type { Reading } from './draft.ts';

const encodings = [
  'utf-8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
];
const delimiters = [',', ';', '\t', '|'] as const;

interface Props {
  readonly reading: Reading;
  /** What the runtime found; undefined while it looks. */
  readonly found:
    | { readonly format: string; readonly encoding: string | null; readonly delimiter: string | null; readonly header: boolean }
    | undefined;
  readonly onRead: (reading: Reading) => void;
}

export function ReadingChoices({ reading, found, onRead }: Props) {
  const { t } = useSpeech();
  const encoding = reading.encoding ?? found?.encoding ?? undefined;
  const names = { ',': t('importing.comma'), ';': t('importing.semicolon'), '\t': t('importing.tab'), '|': t('importing.bar') };
  const encodingLabel = (name: string) => {
    const label = name === 'gb18030' ? 'GBK / GB18030' : name.toUpperCase();
    return reading.encoding === undefined && name === found?.encoding ? t('importing.found', { what: label }) : label;
  };
  const workbook = found?.format === 'xlsx';
  const json = found?.format === 'ndjson';
  return (
    <>
      {!workbook && (
        <Select
          size="xs"
          w={210}
          label={t('importing.encoding')}
          allowDeselect={false}
          data={[...new Set([...encodings, ...(encoding === undefined ? [] : [encoding])])].map((name) => ({
            value: name,
            label: encodingLabel(name),
          }))}
          value={encoding ?? null}
          onChange={(value) => value !== null && onRead({ ...reading, encoding: value })}
        />
      )}
      {!workbook && !json && (
        <Select
          size="xs"
          w={150}
          label={t('importing.delimiter')}
          allowDeselect={false}
          data={delimiters.map((sign) => ({ value: sign, label: names[sign] }))}
          value={reading.delimiter ?? found?.delimiter ?? null}
          onChange={(value) => value !== null && onRead({ ...reading, delimiter: value })}
        />
      )}
      {!json && (
        <Switch
          size="xs"
          className={classes.header}
          label={t('importing.header')}
          checked={reading.header ?? found?.header ?? true}
          onChange={(event) => onRead({ ...reading, header: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
