// The bar above the canvas: name, state of the draft, undo, test, problems, publish.
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconCircleCheck,
  IconCloudOff,
  IconLoader2,
  IconUserSearch,
} from '@tabler/icons-react';
import { diffFlows, replaceFlow, setTitle } from '@tierflow/flow';
import { useEffect, useMemo, useState } from 'react';
import { shownFlow } from '../document/document-store.ts';
import { stepText } from '../document/step-text.ts';
import { isComposing } from '../keyboard/typing.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './editor.module.css';
import { useDocument, useFacts, useStudio, useUi } from './studio.ts';

export function EditorBar() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  return (
    <header className={classes.bar}>
      <FlowName />
      <StatusChip />
      <SaveMark />
      <span className={classes.space} />
      <div className={classes.tools}>
        <Travel way="undo" />
        <Travel way="redo" />
        <span className={classes.divider} />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconUserSearch size={16} stroke={1.75} />}
          onClick={() => ui.setState({ dialog: 'test' })}
        >
          {t('editor.test')}
        </Button>
        <ProblemsButton />
        <Button onClick={() => ui.setState({ dialog: 'publish' })}>{t('editor.publish')}</Button>
      </div>
    </header>
  );
}

/** The flow's name; it is renamed when the field is left. */
function FlowName() {
  const { document } = useStudio();
  const { t, title } = useSpeech();
  const name = useDocument((state) => {
    const flow = shownFlow(state);
    return flow === null ? '' : title(flow.title);
  });
  const [value, setValue] = useState(name);
  useEffect(() => setValue(name), [name]);
  const commit = () => {
    if (value.trim() === '') setValue(name);
    else if (value !== name) document.run((flow) => setTitle(flow, value.trim()));
  };
  return (
    <input
      className={classes.name}
      value={value}
      maxLength={200}
      aria-label={t('editor.name')}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setValue(name);
      }}
    />
  );
}

/** How the draft differs from what is live: compared, never remembered. */
function StatusChip() {
  const { document } = useStudio();
  const { t } = useSpeech();
  const published = useDocument((state) => state.published);
  const present = useDocument((state) => state.history?.present);
  const count = useMemo(
    () => (published === null || present === undefined ? 0 : diffFlows(published.flow, present).changes.length),
    [published, present],
  );
  if (published === null) return <span className={classes.chip}>{t('editor.neverPublished')}</span>;
  const { version } = published;
  if (count === 0) {
    return (
      <span className={classes.chip} data-live>
        <IconCircleCheck size={14} aria-hidden="true" />
        {t('editor.sameAsLive', { version })}
      </span>
    );
  }
  return (
    <Menu width={220}>
      <Menu.Target>
        <button type="button" className={classes.chip} data-changed>
          {t('editor.changes', { count, version })}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            document.run((flow) =>
              replaceFlow(flow, { ...published.flow, layout: { ...published.flow.layout, ...flow.layout } }, 'discard'),
            )
          }
        >
          {t('editor.discard', { version })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SaveMark() {
  const { t } = useSpeech();
  const save = useDocument((state) => state.save);
  const text =
    save.state === 'failed'
      ? t('editor.saveFailed', { reason: save.reason })
      : {
          saved: t('editor.saved'),
          waiting: t('editor.unsaved'),
          saving: t('editor.saving'),
          offline: t('editor.offline'),
          emptied: t('editor.emptied'),
          conflict: t('editor.conflict'),
        }[save.state];
  const Icon = {
    saved: IconCheck,
    waiting: IconLoader2,
    saving: IconLoader2,
    offline: IconCloudOff,
    conflict: IconAlertTriangle,
    failed: IconAlertCircle,
    emptied: IconAlertTriangle,
  }[save.state];
  return (
    <span className={classes.save} data-state={save.state} role="status" title={text}>
      <Icon size={14} aria-hidden="true" />
      {text}
    </span>
  );
}

function Travel({ way }: { readonly way: 'undo' | 'redo' }) {
  const { document, kinds } = useStudio();
  const speech = useSpeech();
  const { t } = speech;
  const entry = useDocument((state) => (way === 'undo' ? state.history?.past.at(-1) : state.history?.future[0]));
  const present = useDocument((state) => state.history?.present ?? null);
  const step =
    entry === undefined ? undefined : stepText(entry.step, { flow: way === 'undo' ? (present ?? entry.flow) : entry.flow, kinds, speech });
  const nothing = way === 'undo' ? t('editor.undoNothing') : t('editor.redoNothing');
  const label = step === undefined ? nothing : way === 'undo' ? t('editor.undoStep', { step }) : t('editor.redoStep', { step });
  return (
    <Tooltip label={label}>
      <ActionIcon size={30} aria-label={label} aria-disabled={step === undefined} onClick={() => document[way]()}>
        {way === 'undo' ? <IconArrowBackUp size={18} stroke={1.75} /> : <IconArrowForwardUp size={18} stroke={1.75} />}
      </ActionIcon>
    </Tooltip>
  );
}

function ProblemsButton() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const open = useUi((state) => state.problemsOpen);
  const errors = useFacts((state) => state.diagnostics.filter((each) => each.severity === 'error').length);
  const warnings = useFacts((state) => state.diagnostics.filter((each) => each.severity === 'warning').length);
  const color = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'gray';
  return (
    <Button
      variant={open ? 'light' : 'subtle'}
      color={color}
      leftSection={
        errors > 0 ? <IconAlertCircle size={16} /> : warnings > 0 ? <IconAlertTriangle size={16} /> : <IconCircleCheck size={16} />
      }
      aria-expanded={open}
      onClick={() => ui.setState({ problemsOpen: !open })}
    >
      {t('editor.problems')}
      {errors + warnings > 0 ? ` ${errors + warnings}` : ''}
    </Button>
  );
}
