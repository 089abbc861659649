// Values chosen from a tree: what is chosen as chips, and the tree behind a button.
import { Popover, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { TreeEntry } from '@tierflow/nodes';
import { useMemo, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { TreePanel } from './TreePanel.tsx';
import { type Chip, chipsOf } from './tree-rows.ts';
import classes from './value-tree.module.css';

interface Props {
  readonly entries: readonly TreeEntry[];
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** People by value, where counted. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  /** One value at most. */
  readonly single?: boolean;
}

const SHOWN = 12;

export function ValueTreeField({ entries, label, chosen, onChange, counts, single = false }: Props) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    target.current?.focus();
  };
  return (
    <div className={classes.field}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" width={312} withinPortal closeOnEscape={false}>
        <Popover.Target>
          <button
            ref={target}
            type="button"
            className={classes.target}
            aria-haspopup="dialog"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <VisuallyHidden>{label}:</VisuallyHidden>
            <Said entries={entries} chosen={chosen} single={single} />
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('regions.choose', { label })}>
          {open && <TreePanel {...{ entries, label, chosen, onChange, counts, single, close }} />}
        </Popover.Dropdown>
      </Popover>
      {!single && <Chips entries={entries} label={label} chosen={chosen} onChange={onChange} />}
    </div>
  );
}

function Said({ entries, chosen, single }: Pick<Props, 'entries' | 'chosen' | 'single'>) {
  const { t, text, exact } = useSpeech();
  const chips = useMemo(() => chipsOf(entries, chosen), [entries, chosen]);
  const [first] = chips;
  if (first === undefined) return <span className={classes.nothing}>{t('regions.nothing')}</span>;
  if (single) return <span>{first.entry === undefined ? first.values[0] : text(first.entry.title)}</span>;
  return <span>{t('regions.chosen', { count: chosen.length, n: exact(chosen.length) })}</span>;
}

function Chips({ entries, label, chosen, onChange }: Pick<Props, 'entries' | 'label' | 'chosen' | 'onChange'>) {
  const { t, text, exact } = useSpeech();
  const chips = useMemo(() => chipsOf(entries, chosen), [entries, chosen]);
  if (chips.length === 0) return null;
  const named = ({ entry, values }: Chip) => (entry === undefined ? (values[0] ?? '') : text(entry.title));
  const without = ({ values }: Chip) => chosen.filter((value) => !values.includes(value));
  return (
    <ul className={classes.chips} aria-label={label}>
      {chips.slice(0, SHOWN).map((chip) => (
        <li key={chip.key} className={classes.chip} data-foreign={chip.entry === undefined || undefined}>
          <span>{named(chip)}</span>
          {chip.values.length > 1 && <span className={classes.quiet}>{exact(chip.values.length)}</span>}
          <button type="button" aria-label={t('inspector.removeItem', { label: named(chip) })} onClick={() => onChange(without(chip))}>
            <IconX size={12} stroke={2} aria-hidden="true" />
          </button>
        </li>
      ))}
      {chips.length > SHOWN && <li className={classes.quiet}>{t('regions.more', { n: exact(chips.length - SHOWN) })}</li>}
    </ul>
  );
}
