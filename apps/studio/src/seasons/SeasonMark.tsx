// The mark on a field whose number is the season's: the usual number, and the way back to it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { setSeasonValue } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { editedSeason } from '../document/document-store.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './seasons.module.css';
import { useUsual } from './use-seasons.ts';

interface Props {
  readonly node: string;
  readonly path: string;
}

export function SeasonMark({ node, path }: Props) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const usual = useUsual(node, path);
  if (usual === undefined) return null;
  const label = t('seasons.reset', { usual: String(usual) });
  const reset = () => {
    const season = editedSeason(document.getState());
    if (season !== undefined) document.run((flow) => setSeasonValue(flow, season.id, { node, path, value: undefined }));
  };
  return (
    <Tooltip label={label}>
      <ActionIcon size={20} className={classes.mark} aria-label={label} onClick={reset}>
        <IconCalendarEvent size={13} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
