// One stage: number, name, people, order, and its limits as chips below.
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconLanguage, IconTrash } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { useState } from 'react';
import { movedItem } from '../../inspector/fields/list-items.ts';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { distinctColor } from '../distinct-color.ts';
import { EntryDetails } from '../EntryDetails.tsx';
import { EntryName } from '../EntryName.tsx';
import { PeopleCount } from '../PeopleCount.tsx';
import { LimitChips } from './LimitChips.tsx';
import classes from './lifecycle.module.css';
import type { StagesView, StageView } from './use-stages.ts';

interface Props {
  readonly stage: StageView;
  readonly at: number;
  readonly entries: readonly Json[];
  readonly base: Pick<StagesView, 'arrive' | 'all'>;
  readonly onChange: (entries: readonly Json[]) => void;
}

export function StageRow({ stage, at, entries, base, onChange }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  const [open, setOpen] = useState(false);
  const path = `stages.${at}`;
  const move = (by: -1 | 1) => onChange(movedItem(entries, at, by));
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a list, not of a form
    <div className={classes.stage} role="group" aria-label={stage.name} data-field={path} data-stage={stage.id}>
      <div className={classes.row}>
        <span className={classes.number} style={{ '--stage': distinctColor(at) } as React.CSSProperties} aria-hidden="true">
          {at + 1}
        </span>
        <EntryName label={t('faces.lifecycle.nameOf', { stage: stage.name })} entry={stage} path={path} />
        <PeopleCount port={stage.id} n={stage.n} base={base} />
        <span className={classes.tools}>
          <ActionIcon size={20} disabled={at === 0} aria-label={t('faces.lifecycle.up', { stage: stage.name })} onClick={() => move(-1)}>
            <IconArrowUp size={13} stroke={1.75} />
          </ActionIcon>
          <ActionIcon
            size={20}
            disabled={at === entries.length - 1}
            aria-label={t('faces.lifecycle.down', { stage: stage.name })}
            onClick={() => move(1)}
          >
            <IconArrowDown size={13} stroke={1.75} />
          </ActionIcon>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon size={20} aria-label={t('faces.lifecycle.more', { stage: stage.name })}>
                <IconDots size={14} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconLanguage size={14} />} onClick={() => setOpen(!open)}>
                {t('faces.lifecycle.details')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={14} />}
                disabled={entries.length < 2}
                onClick={() => onChange(entries.filter((_, each) => each !== at))}
              >
                {t('inspector.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      <LimitChips stage={stage} path={path} />
      {open && <EntryDetails path={path} label={form.word('label.title')} entry={stage} onClose={() => setOpen(false)} />}
      <Remarks remarks={remarksAt(form.diagnostics, path)} />
    </div>
  );
}
