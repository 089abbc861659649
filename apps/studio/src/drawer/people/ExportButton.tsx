// Saves everybody at the place as CSV; a second click ends it.
import { ActionIcon, RingProgress, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useStudio } from '../../app/studio.ts';
import { CallError } from '../../server/server.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { ShownColumn } from './columns.ts';
import { download, peopleCsv } from './export-people.ts';
import type { PeopleQuestion } from './use-people.ts';

interface Props {
  readonly question: PeopleQuestion;
  readonly columns: readonly ShownColumn[];
  readonly keyTitle: string;
  readonly fileName: string;
}

export function ExportButton({ question, columns, keyTitle, fileName }: Props) {
  const studio = useStudio();
  const speech = useSpeech();
  const running = useRef<AbortController | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setShare(0);
    try {
      const content = await peopleCsv(studio, {
        question,
        columns,
        key: keyTitle,
        speech,
        signal: controller.signal,
        onProgress: (done, total) => setShare(total === 0 ? 1 : done / total),
      });
      download(content, fileName);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const { failure } = error;
      if (failure.kind !== 'aborted')
        notifications.show({ color: 'red', message: failure.kind === 'problem' ? failure.problem.detail : speech.t('problems.network') });
    } finally {
      running.current = null;
      setShare(null);
    }
  };
  const label = share === null ? speech.t('drawer.export') : speech.t('drawer.exporting', { share: speech.percent(share) });
  return (
    <Tooltip label={label}>
      <ActionIcon size={26} aria-label={label} onClick={() => (share === null ? void start() : running.current?.abort())}>
        {share === null ? (
          <IconDownload size={16} stroke={1.75} />
        ) : (
          <RingProgress size={20} thickness={3} sections={[{ value: 100 * share, color: 'accent' }]} />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
