// What stands in the way of publishing, and what should be known before.
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconCircleCheckFilled } from '@tabler/icons-react';
import type { Diagnostic } from '@tierflow/definition';
import { setPanel } from '../app/preferences.ts';
import { useDocument, useStudio } from '../app/studio.ts';
import { goToField } from '../app/ui-store.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import classes from './publish.module.css';
import { useGateText } from './use-gate-text.ts';

interface Props {
  readonly diagnostics: readonly Diagnostic[];
}

export function Checks({ diagnostics }: Props) {
  const { t } = useSpeech();
  const told = diagnostics.filter(({ severity }) => severity !== 'info');
  if (told.length === 0) {
    return (
      <p className={classes.fine}>
        <IconCircleCheckFilled size={16} aria-hidden="true" />
        {t('publish.fine')}
      </p>
    );
  }
  const sorted = [...told].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
  return (
    <ul className={classes.checks}>
      {sorted.map((diagnostic) => (
        <Check key={JSON.stringify([diagnostic.code, diagnostic.at, diagnostic.params])} diagnostic={diagnostic} />
      ))}
    </ul>
  );
}

function Check({ diagnostic }: { readonly diagnostic: Diagnostic }) {
  const { ui, preferences } = useStudio();
  const { t } = useSpeech();
  const say = useGateText();
  const titleOf = useNodeTitle();
  const flow = useDocument((state) => state.history?.present ?? null);
  const { severity, at } = diagnostic;
  const Icon = severity === 'error' ? IconAlertCircleFilled : IconAlertTriangleFilled;
  const go = () => {
    ui.setState({ dialog: null });
    if (at.node === undefined) return;
    goToField(ui, at.node, at.path ?? '');
    setPanel(preferences, 'inspector', { open: true });
  };
  return (
    <li data-severity={severity}>
      <Icon size={16} role="img" aria-label={t(`problems.${severity}`)} />
      <span>
        {at.node !== undefined && (
          <button type="button" onClick={go}>
            {titleOf(flow, at.node)}
          </button>
        )}
        <span>{say(diagnostic)}</span>
      </span>
    </li>
  );
}
