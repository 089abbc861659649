// Which columns the table shows, for this flow.
import { ActionIcon, Button, Checkbox, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { columnTitle } from './cell-text.ts';
import classes from './column-picker.module.css';
import type { ShownColumn } from './columns.ts';

interface Props {
  readonly all: readonly ShownColumn[];
  readonly shown: readonly ShownColumn[];
  /** Undefined goes back to the first choice. */
  readonly onChange: (names: readonly string[] | undefined) => void;
}

export function ColumnPicker({ all, shown, onChange }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const names = shown.map((column) => column.name);
  const wanted = search.trim().toLowerCase();
  const found = all.filter((column) => `${column.name} ${columnTitle(column, speech)}`.toLowerCase().includes(wanted));
  const flip = (name: string, on: boolean) => {
    const next = on ? [...names, name] : names.filter((each) => each !== name);
    if (next.length > 0) onChange(next);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="top-end" width={260} shadow="md" radius="lg" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('drawer.columns')}>
          <ActionIcon size={26} aria-label={t('drawer.columns')} aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconColumns3 size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <TextInput
          size="xs"
          value={search}
          placeholder={t('drawer.findColumn')}
          aria-label={t('drawer.findColumn')}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <ul className={classes.list}>
          {found.map((column) => (
            <li key={column.name}>
              <Checkbox
                size="xs"
                checked={names.includes(column.name)}
                label={columnTitle(column, speech)}
                title={column.name}
                onChange={(event) => flip(column.name, event.currentTarget.checked)}
              />
            </li>
          ))}
          {found.length === 0 && <li className={classes.none}>{t('drawer.noColumn')}</li>}
        </ul>
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(undefined)}>
          {t('drawer.firstColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
