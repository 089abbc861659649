// A playbook of the flow as a card that opens into its editor.
import { ActionIcon, Collapse, Tooltip } from '@mantine/core';
import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import { type Flow, type Playbook, playbooksNamed, removePlaybook } from '@tierflow/flow';
import { useId, useState } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../inspector.module.css';
import { PlaybookEditor } from './PlaybookEditor.tsx';

interface Props {
  readonly playbook: Playbook;
  readonly flow: Flow;
  readonly open: boolean;
}

export function PlaybookCard({ playbook, flow, open: startsOpen }: Props) {
  const { document } = useStudio();
  const { t, title, exact } = useSpeech();
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  const n = useFacts((state) => state.preview.answer?.playbooks.find((each) => each.id === playbook.id)?.n);
  const used = flow.nodes.filter((node) => playbooksNamed(node).includes(playbook.id)).length;
  const name = title(playbook.title);
  return (
    <div className={classes.playbook} data-open={open || undefined}>
      <div className={classes.playbookHead}>
        <button type="button" className={classes.playbookToggle} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <IconChevronRight className={classes.chevron} size={14} aria-hidden="true" />
          <span className={classes.playbookName}>{name}</span>
          <span className={classes.playbookCount}>
            {used === 0 ? t('inspector.unused') : n === undefined ? '—' : t('canvas.peopleText', { n: exact(n) })}
          </span>
        </button>
        <Tooltip label={t('inspector.deletePlaybook', { title: name })}>
          <ActionIcon
            size={22}
            aria-label={t('inspector.deletePlaybook', { title: name })}
            onClick={() => document.run((present) => removePlaybook(present, playbook.id))}
          >
            <IconTrash size={14} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
      <Collapse expanded={open} id={id} transitionDuration={150}>
        {open && <PlaybookEditor playbook={playbook} />}
      </Collapse>
    </div>
  );
}
