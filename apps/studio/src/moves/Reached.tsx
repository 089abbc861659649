// The tier that a change reaches, in its colour.
import type { Moves } from '@tierflow/api';
import { NoTierChip, TierChip } from '../design/TierChip.tsx';
import { useSpeech } from '../words/use-words.ts';
import classes from './moves.module.css';

interface Props {
  readonly bands: Moves['bands'];
  readonly tier: string | null;
}

export function Reached({ bands, tier }: Props) {
  const { t, text } = useSpeech();
  const place = bands.findIndex(({ id }) => id === tier);
  const title = place < 0 ? t('moves.none') : text(bands[place]?.title ?? { en: tier ?? '' });
  return (
    <span className={classes.reached}>
      <span aria-hidden="true">→</span>
      {place < 0 ? <NoTierChip /> : <TierChip place={place} of={bands.length} title={title} />}
      <b>{title}</b>
    </span>
  );
}
