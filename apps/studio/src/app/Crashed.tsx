// An address with nothing behind it, and a page that stopped working.
import { IconFileUnknown, IconMoodSad } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../design/EmptyState.tsx';
import { useSpeech } from '../words/use-words.ts';

export function NotFound() {
  const { t } = useSpeech();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<IconFileUnknown size={40} stroke={1.25} />}
      title={t('shell.notFound')}
      text={t('shell.notFoundHint')}
      primary={{ label: t('shell.backToFlows'), run: () => void navigate({ to: '/flows' }) }}
    />
  );
}

export function Crashed() {
  const { t } = useSpeech();
  return (
    <EmptyState
      icon={<IconMoodSad size={40} stroke={1.25} />}
      title={t('shell.failed')}
      text={t('shell.failedHint')}
      primary={{ label: t('shell.reload'), run: () => window.location.reload() }}
    />
  );
}
