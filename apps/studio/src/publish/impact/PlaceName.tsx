// The name of a tier, or of the people without one, with its chip.
import type { Impact } from '@tierflow/api';
import { NoTierChip, TierChip } from '../../design/TierChip.tsx';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../publish.module.css';
import { tiersIn } from './moves.ts';

export function PlaceName({ impact, place }: { readonly impact: Impact; readonly place: number }) {
  const { text } = useSpeech();
  const tier = impact.tiers[place];
  if (tier === undefined) return null;
  const tiers = tiersIn(impact).length;
  return (
    <span className={classes.tierName}>
      {place < tiers ? <TierChip place={place} of={tiers} title={text(tier.title)} /> : <NoTierChip />}
      <span>{text(tier.title)}</span>
    </span>
  );
}
