// People per tier as the draft would have them, beside the live version's.
import type { Preview, TierCount, Version } from '@tierflow/api';
import { NoTierChip, TierChip } from '../design/TierChip.tsx';
import { useSpeech } from '../words/use-words.ts';
import classes from './publish.module.css';

interface Props {
  readonly outcome: Preview;
  readonly live: Version | undefined;
  readonly dimmed: boolean;
}

export function TierTable({ outcome, live, dimmed }: Props) {
  const { t, text, exact, percent } = useSpeech();
  if (outcome.tiersNode === null) return <p className={classes.quiet}>{t('publish.noTiers')}</p>;
  const total = outcome.tiers.reduce((sum, { n }) => sum + n, outcome.unassigned);
  const before = new Map(live?.tiers.map((tier) => [tier.id, tier.n]));
  const gone = (live?.tiers ?? []).filter((tier) => !outcome.tiers.some(({ id }) => id === tier.id));
  const row = (tier: TierCount, place: number) => (
    <tr key={tier.id}>
      <th scope="row">
        <span className={classes.tierName}>
          <TierChip place={place} of={outcome.tiers.length} title={text(tier.title)} />
          <span>{text(tier.title)}</span>
        </span>
      </th>
      <td>{exact(tier.n)}</td>
      <td>{percent(total === 0 ? 0 : tier.n / total)}</td>
      {live !== undefined && <Difference before={before.get(tier.id)} after={tier.n} />}
    </tr>
  );
  return (
    <table className={classes.tiers} data-dimmed={dimmed || undefined}>
      <thead>
        <tr>
          <th>{t('drawer.tier')}</th>
          <th>{t('publish.now')}</th>
          <th>{t('drawer.share')}</th>
          {live !== undefined && (
            <>
              <th>{t('publish.live', { version: live.version })}</th>
              <th>{t('publish.difference')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {outcome.tiers.map(row)}
        {gone.map((tier) => (
          <tr key={tier.id}>
            <th scope="row">
              <span className={classes.tierName}>
                <NoTierChip />
                <span>{text(tier.title)}</span>
              </span>
            </th>
            <td>—</td>
            <td>—</td>
            <Difference before={tier.n} after={0} />
          </tr>
        ))}
        <tr>
          <th scope="row">
            <span className={classes.tierName}>
              <NoTierChip />
              <span>{t('canvas.unassigned')}</span>
            </span>
          </th>
          <td>{exact(outcome.unassigned)}</td>
          <td>{percent(total === 0 ? 0 : outcome.unassigned / total)}</td>
          {live !== undefined && <Difference before={live.unassigned} after={outcome.unassigned} />}
        </tr>
      </tbody>
    </table>
  );
}

function Difference({ before, after }: { readonly before: number | undefined; readonly after: number }) {
  const { t, exact } = useSpeech();
  const change = after - (before ?? 0);
  return (
    <>
      <td className={classes.before}>{before === undefined ? '—' : exact(before)}</td>
      <td data-change={Math.sign(change)}>
        {change === 0 ? t('publish.same') : change > 0 ? `▲ ${exact(change)}` : `▼ ${exact(-change)}`}
      </td>
    </>
  );
}
