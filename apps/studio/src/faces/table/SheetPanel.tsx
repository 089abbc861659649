// The sheet in the room of the results below the graph, which stays in reach above it; Escape closes it.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useForm } from '../../inspector/form/form-scope.ts';
import { nodeTitle, useSpeech } from '../../words/use-words.ts';
import { Findings } from './Findings.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { mostRows, withOutput, withRow } from './sheet.ts';
import classes from './table.module.css';
import type { TableView } from './use-table.ts';

interface Props {
  readonly view: TableView;
  readonly onClose: () => void;
}

export function SheetPanel({ view, onClose }: Props) {
  const { t, language } = useSpeech();
  const form = useForm();
  const title = t('sheet.title', { node: nodeTitle(form.node, form.kind, language) });
  const panel = useRef<HTMLElement>(null);
  const room = document.querySelector('[data-sheet-room]');
  useEffect(() => panel.current?.querySelector<HTMLElement>('[data-active] input')?.focus(), []);
  const { sheet, put } = view;
  if (room === null) return null;
  return createPortal(
    <section
      ref={panel}
      className={classes.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={classes.bar}>
        <h2>{title}</h2>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={sheet.rows.length >= mostRows}
          aria-label={t('sheet.addRowLabel')}
          onClick={() => put(withRow(sheet, sheet.rows.length))}
        >
          {t('sheet.addRow')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={sheet.outputs.length >= 10}
          onClick={() => put(withOutput(sheet, 'result'))}
        >
          {t('sheet.addOutput')}
        </Button>
        <span className={classes.space} />
        <ActionIcon size={26} aria-label={t('sheet.close')} onClick={onClose}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </header>
      <SheetGrid view={view} />
      <Findings view={view} />
    </section>,
    room,
  );
}
