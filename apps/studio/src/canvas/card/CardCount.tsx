// The number of people on a card, its share and the bar below.

import { IconHelp } from '@tabler/icons-react';
import { showPeople } from '../../app/show-people.ts';
import { useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './card.module.css';
import { ScoreSpark } from './ScoreSpark.tsx';
import type { Card } from './use-card.ts';

interface Props {
  readonly id: string;
  readonly card: Card;
}

/** People that leave through the main port are the card's number; for sources those are all that enter. */
export function CardCount({ id, card }: Props) {
  const { ui, preferences } = useStudio();
  const speech = useSpeech();
  const main = card.places.main;
  const note = card.reason ?? (card.stale ? speech.t('editor.stale') : undefined);
  const { number: n, share } = card;
  return (
    <div className={classes.counts}>
      <div className={classes.countRow}>
        {n === null ? (
          <span className={classes.countMissing}>—</span>
        ) : (
          <button
            type="button"
            className={`${classes.count} nodrag`}
            title={speech.t('canvas.peopleText', { n: speech.exact(n) })}
            onClick={() => showPeople({ ui, preferences }, { node: id, port: main?.id ?? 'in' })}
          >
            {speech.short(n)}
          </button>
        )}
        {note === undefined ? (
          <span className={classes.share}>{share === undefined ? '' : speech.percent(share)}</span>
        ) : (
          <span className={classes.reason} title={note}>
            {note}
          </span>
        )}
        <UnknownPeople id={id} card={card} />
        <ScoreSpark id={id} card={card} />
      </div>
      <div className={classes.bar}>
        <span className={classes.barFill} style={{ width: `${100 * (share ?? 0)}%` }} />
      </div>
    </div>
  );
}

function UnknownPeople({ id, card }: Props) {
  const { ui, preferences } = useStudio();
  const { t, short, exact } = useSpeech();
  const unknown = card.count?.unknown ?? 0;
  const errors = card.count?.errors ?? 0;
  if (card.far || (unknown === 0 && errors === 0)) return null;
  if (errors > 0) {
    return (
      <span className={classes.rowErrors} title={t('canvas.rowErrorsHint', { n: exact(errors) })}>
        {t('canvas.rowErrors', { n: short(errors) })}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${classes.unknown} nodrag`}
      title={t('canvas.unknownHint', { n: exact(unknown) })}
      onClick={() => showPeople({ ui, preferences }, { node: id, port: 'unknown' })}
    >
      <IconHelp size={12} stroke={2} aria-hidden="true" />
      {short(unknown)}
    </button>
  );
}
