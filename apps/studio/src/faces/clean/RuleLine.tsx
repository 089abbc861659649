// One rule: a sentence, the people it reaches, values before and after; opened, its settings.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { CleanRule } from '@tierflow/nodes';
import type { KeyboardEvent } from 'react';
import { Remarks } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { ChangedValues } from './ChangedValues.tsx';
import classes from './clean.module.css';
import { RuleSettings } from './RuleSettings.tsx';
import { ruleText } from './rule-text.ts';
import type { RuleView } from './use-rules.ts';

interface Props {
  readonly view: RuleView;
  readonly rules: readonly CleanRule[];
  readonly open: boolean;
  readonly stale: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly drag: {
    readonly over: boolean;
    readonly start: () => void;
    readonly enter: () => void;
    readonly end: () => void;
    readonly drop: () => void;
  };
}

export function RuleLine({ view, rules, open, stale, onOpen, onMove, onRemove, drag }: Props) {
  const { t, exact, language } = useSpeech();
  const { kind } = useForm();
  const { at, rule, asks, n, remarks } = view;
  const sentence = ruleText(kind, rule, language);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const tool = (label: string, Icon: typeof IconArrowUp, onClick: () => void, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={`${label}: ${sentence}`} disabled={disabled} onClick={onClick}>
        <Icon size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <li
      className={classes.rule}
      data-rule={at}
      data-field={`rules.${at}`}
      data-over={drag.over || undefined}
      data-invalid={remarks.some(({ severity }) => severity === 'error') || undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        event.preventDefault();
        drag.enter();
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag.drop();
      }}
    >
      <div className={classes.head}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; buttons and keys move the rule as well */}
        <span className={classes.grip} draggable onDragStart={drag.start} onDragEnd={drag.end} title={t('cleaning.drag')}>
          <IconGripVertical size={14} aria-hidden="true" />
        </span>
        <button type="button" className={classes.sentence} aria-expanded={open} title={t('cleaning.keys')} onClick={onOpen}>
          <span>{sentence}</span>
          <IconChevronDown size={14} aria-hidden="true" data-open={open || undefined} />
        </button>
        <span className={classes.tools}>
          {tool(t('inspector.up'), IconArrowUp, () => onMove(-1), at === 0)}
          {tool(t('inspector.down'), IconArrowDown, () => onMove(1), at === rules.length - 1)}
          {tool(t('inspector.remove'), IconTrash, onRemove, rules.length === 1)}
        </span>
      </div>
      <p className={classes.count} data-asks={asks || undefined} data-none={n === 0 || undefined} data-stale={stale || undefined}>
        {n === undefined ? '—' : t(asks ? 'cleaning.refused' : 'cleaning.changed', { count: n, n: exact(n) })}
      </p>
      {!asks && <ChangedValues view={view} rules={rules} />}
      {open && <RuleSettings view={view} rules={rules} />}
      {!open && <Remarks remarks={remarks} />}
    </li>
  );
}
