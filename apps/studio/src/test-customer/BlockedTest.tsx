// A flow with errors decides nothing, so nobody can be tested.
import { IconAlertCircle } from '@tabler/icons-react';
import { useStudio } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { useSpeech } from '../words/use-words.ts';

export function BlockedTest() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  return (
    <EmptyState
      icon={<IconAlertCircle size={32} stroke={1.25} />}
      title={t('testCustomer.blocked')}
      text={t('testCustomer.blockedHint')}
      primary={{ label: t('testCustomer.toProblems'), run: () => ui.setState({ problemsOpen: true, dialog: null }) }}
    />
  );
}
