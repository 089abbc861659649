// What a row or a group does to the count: how many it is true for, and how many more would pass without it.
import { useSpeech } from '../../words/use-words.ts';
import classes from './condition.module.css';
import { useCondition } from './condition-context.ts';

export function ConditionCountLine({ path }: { readonly path: string }) {
  const { t, exact, percent } = useSpeech();
  const { counts, current, arrive } = useCondition();
  const count = counts[path];
  if (count === undefined) return null;
  const { n, removes, unknown } = count;
  const share = arrive === undefined || arrive === 0 ? 0 : n / arrive;
  const effect =
    removes > 0
      ? t('conditions.removes', { n: exact(removes) })
      : removes < 0
        ? t('conditions.adds', { n: exact(-removes) })
        : t('conditions.changesNothing');
  return (
    <span className={classes.countLine} data-stale={!current || undefined}>
      <span className={classes.shareBar} aria-hidden="true">
        <i style={{ width: `${100 * share}%` }} />
      </span>
      <span className={classes.count} title={t('conditions.countHint', { n: exact(n), share: percent(share) })}>
        {exact(n)}
      </span>
      <span className={classes.effect} data-effect={removes > 0 ? 'removes' : undefined}>
        {effect}
      </span>
      {unknown > 0 && (
        <span className={classes.unknown} title={t('conditions.unknownHint', { n: exact(unknown) })}>
          {t('conditions.unknown', { n: exact(unknown) })}
        </span>
      )}
    </span>
  );
}
