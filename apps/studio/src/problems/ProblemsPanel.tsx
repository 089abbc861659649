// All remarks on the draft; a click leads to the node and field, and what can be mended is mended with one.
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconCircleCheckFilled, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { Diagnostic } from '@tierflow/definition';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { setPanel } from '../app/preferences.ts';
import { useDocument, useFacts, useStudio, useUi } from '../app/studio.ts';
import { goToField, select } from '../app/ui-store.ts';
import { shownFlow } from '../document/document-store.ts';
import { configCommand } from '../inspector/form/config-command.ts';
import { lookAtSeason } from '../seasons/season-days.ts';
import { useDiagnosticText } from '../words/use-diagnostic-text.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import classes from './problems.module.css';

const order = { error: 0, warning: 1, info: 2 } as const;
const icons = { error: IconAlertCircleFilled, warning: IconAlertTriangleFilled, info: IconInfoCircle } as const;
const severities = ['error', 'warning', 'info'] as const;

export function ProblemsPanel() {
  const open = useUi((state) => state.problemsOpen);
  return open ? <Problems /> : null;
}

function Problems() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const all = useFacts((state) => state.diagnostics);
  const panel = useFocusWithin();
  const sorted = [...all].sort((a, b) => order[a.severity] - order[b.severity]);
  const counts = severities.flatMap((severity) => {
    const count = all.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [t(`problems.${severity}s`, { count })];
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    ui.setState({ problemsOpen: false });
  };
  return (
    <section ref={panel} className={classes.panel} aria-label={t('problems.title')} data-region="problems" onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <h2>{t('problems.title')}</h2>
        <span className={classes.counts}>{counts.join(' · ')}</span>
        <ActionIcon size={24} aria-label={t('shell.close')} onClick={() => ui.setState({ problemsOpen: false })}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {sorted.length === 0 && (
        <p className={classes.none}>
          <IconCircleCheckFilled size={16} aria-hidden="true" />
          {t('problems.none')}
        </p>
      )}
      <ul className={classes.list}>
        {sorted.map((problem) => (
          <Problem key={keyOf(problem)} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function Problem({ problem }: { readonly problem: Diagnostic }) {
  const { ui, preferences, document } = useStudio();
  const { t } = useSpeech();
  const say = useDiagnosticText();
  const titleOf = useNodeTitle();
  const repair = useRepair(problem);
  const flow = useDocument(shownFlow);
  const { node } = problem.at;
  const Icon = icons[problem.severity];
  const season = problem.at.season;
  const go = () => {
    if (node === undefined && season === undefined) return;
    if (season !== undefined) lookAtSeason(document, season);
    if (node === undefined) select(ui, []);
    else goToField(ui, node, problem.at.path ?? '');
    setPanel(preferences, 'inspector', { open: true });
  };
  return (
    <li className={classes.row}>
      <button
        type="button"
        className={classes.problem}
        data-severity={problem.severity}
        disabled={node === undefined && season === undefined}
        onClick={go}
      >
        <Icon size={16} role="img" aria-label={t(`problems.${problem.severity}`)} />
        <span>
          <strong>{node === undefined ? t('problems.wholeFlow') : titleOf(flow, node)}</strong>
          <span className={classes.text}>{say(problem)}</span>
        </span>
      </button>
      {repair !== undefined && (
        <Button variant="light" size="compact-xs" className={classes.repair} onClick={repair}>
          {t('problems.repair')}
        </Button>
      )}
    </li>
  );
}

/** Mends a problem in one step that can be undone; undefined where nobody knows how. */
function useRepair({ at, repair }: Diagnostic): (() => void) | undefined {
  const { document, kinds } = useStudio();
  const { node } = at;
  if (repair === undefined || node === undefined) return undefined;
  return () => document.run(configCommand(kinds, { node, path: repair.path, value: repair.value }));
}

/** Takes the focus when it opens and gives it back when it goes, unless the focus went on by itself. */
function useFocusWithin() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    const before = window.document.activeElement;
    element?.querySelector<HTMLElement>('li button:not(:disabled), header button')?.focus();
    return () => {
      const inside = element?.contains(window.document.activeElement) === true || window.document.activeElement === window.document.body;
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return panel;
}

function keyOf({ code, at }: Diagnostic): string {
  return JSON.stringify([code, at]);
}
