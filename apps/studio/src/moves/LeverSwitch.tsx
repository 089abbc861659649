// Says whether something can be changed, for the whole flow: one step of undo.
import { Switch } from '@mantine/core';
import type { Lever } from '@tierflow/api';
import { setLever } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import { leverName, placeOf } from './lever-text.ts';

interface Props {
  readonly lever: Lever;
  readonly actionable: boolean;
}

export function LeverSwitch({ lever, actionable }: Props) {
  const { document } = useStudio();
  const speech = useSpeech();
  const label = speech.t('moves.canChange', { name: leverName(lever, speech) });
  return (
    <Switch
      size="xs"
      checked={actionable}
      aria-label={label}
      title={label}
      onChange={(event) => {
        const { checked } = event.currentTarget;
        document.run((present) => setLever(present, placeOf(lever), checked));
      }}
    />
  );
}
