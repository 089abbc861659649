// All remarks on the draft; a click leads to the node and field.
import { ActionIcon } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { Diagnostic } from '@tierflow/definition';
import { setPanel } from '../app/preferences.ts';
import { useDocument, useFacts, useStudio, useUi } from '../app/studio.ts';
import { goToField } from '../app/ui-store.ts';
import { shownFlow } from '../document/document-store.ts';
import { useDiagnosticText } from '../words/use-diagnostic-text.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import classes from './problems.module.css';

const order = { error: 0, warning: 1, info: 2 } as const;
const icons = { error: IconAlertCircleFilled, warning: IconAlertTriangleFilled, info: IconInfoCircle } as const;

export function ProblemsPanel() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const open = useUi((state) => state.problemsOpen);
  const all = useFacts((state) => state.diagnostics);
  if (!open) return null;
  const sorted = [...all].sort((a, b) => order[a.severity] - order[b.severity]);
  return (
    <section className={classes.panel} aria-label={t('problems.title')}>
      <header className={classes.head}>
        <h2>{t('problems.title')}</h2>
        <ActionIcon size={24} aria-label={t('shell.close')} onClick={() => ui.setState({ problemsOpen: false })}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {sorted.length === 0 && <p className={classes.none}>{t('problems.none')}</p>}
      <ul className={classes.list}>
        {sorted.map((problem) => (
          <Problem key={`${problem.code} ${problem.at.node ?? ''} ${problem.at.path ?? ''}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function Problem({ problem }: { readonly problem: Diagnostic }) {
  const { ui, preferences } = useStudio();
  const { t } = useSpeech();
  const say = useDiagnosticText();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const { node } = problem.at;
  const Icon = icons[problem.severity];
  const go = () => {
    if (node === undefined) return;
    goToField(ui, node, problem.at.path ?? '');
    setPanel(preferences, 'inspector', { open: true });
  };
  return (
    <li>
      <button type="button" className={classes.problem} data-severity={problem.severity} disabled={node === undefined} onClick={go}>
        <Icon size={16} role="img" aria-label={t(`problems.${problem.severity}`)} />
        <span>
          <strong>{node === undefined ? t('problems.wholeFlow') : titleOf(flow, node)}</strong>
          <span className={classes.text}>{say(problem)}</span>
        </span>
      </button>
    </li>
  );
}
