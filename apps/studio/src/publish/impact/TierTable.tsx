// People per tier as the draft has them, beside the live version on the same people.
import type { Impact } from '@tierflow/api';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../publish.module.css';
import { tiersIn } from './moves.ts';
import { PlaceName } from './PlaceName.tsx';

interface Props {
  readonly impact: Impact;
  readonly dimmed: boolean;
}

export function TierTable({ impact, dimmed }: Props) {
  const { t, exact, percent } = useSpeech();
  if (tiersIn(impact).length === 0) return <p className={classes.quiet}>{t('publish.noTiers')}</p>;
  const { live } = impact;
  const compared = live !== null;
  return (
    <table className={classes.tiers} data-dimmed={dimmed || undefined}>
      <thead>
        <tr>
          <th>{t('drawer.tier')}</th>
          <th>{t('publish.now')}</th>
          <th>{t('drawer.share')}</th>
          {live !== null && (
            <>
              <th>{t('publish.live', { version: live })}</th>
              <th>{t('publish.difference')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {impact.tiers.map((tier, place) => {
          const change = tier.after - tier.before;
          return (
            <tr key={tier.id} data-tier={tier.id}>
              <th scope="row">
                <PlaceName impact={impact} place={place} />
              </th>
              <td>{exact(tier.after)}</td>
              <td>{percent(impact.customers === 0 ? 0 : tier.after / impact.customers)}</td>
              {compared && (
                <>
                  <td className={classes.before}>{exact(tier.before)}</td>
                  <td data-change={Math.sign(change)}>{change === 0 ? '–' : change > 0 ? `▲ ${exact(change)}` : `▼ ${exact(-change)}`}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
