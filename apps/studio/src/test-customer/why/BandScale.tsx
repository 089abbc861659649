// The tiers as a scale with the customer's place on it, and how far the next one is.
import type { Explain } from '@tierflow/api';
import { NoTierChip, TierChip } from '../../design/TierChip.tsx';
import { numberText } from '../../drawer/people/cell-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './why.module.css';

interface Props {
  readonly tiers: Explain['tiers'][number];
}

export function BandScale({ tiers }: Props) {
  const { t, text, language } = useSpeech();
  const { bands, score, next } = tiers;
  const inNone = tiers.tier === null;
  return (
    <div className={classes.bands}>
      <ul>
        {bands.map((band, place) => (
          <li key={band.id} aria-current={band.id === tiers.tier || undefined}>
            <TierChip place={place} of={bands.length} title={text(band.title)} />
            <span className={classes.bandName}>{text(band.title)}</span>
            <span className={classes.bandFrom}>
              {band.from === null ? t('testCustomer.restOf') : t('testCustomer.fromScore', { from: numberText(band.from, language) })}
            </span>
            {band.id === tiers.tier && <b>{score === null ? t('testCustomer.here') : numberText(score, language)}</b>}
          </li>
        ))}
        {inNone && (
          <li aria-current>
            <NoTierChip />
            <span className={classes.bandName}>{t('canvas.unassigned')}</span>
            <b>{score === null ? t('testCustomer.noScore') : numberText(score, language)}</b>
          </li>
        )}
      </ul>
      {next !== null && (
        <p className={classes.next}>
          {t('testCustomer.next', { gap: numberText(next.gap, language), tier: text(next.title), from: numberText(next.from, language) })}
        </p>
      )}
      {next === null && tiers.tier !== null && tiers.tier === bands[0]?.id && <p className={classes.next}>{t('testCustomer.top')}</p>}
    </div>
  );
}
