// What would move the people of a tier: a tier is chosen, then each lever says how many it moves and how much they need.
import { Button, Loader } from '@mantine/core';
import type { TierMoves as Answer } from '@tierflow/api';
import { useState } from 'react';
import { Failed } from '../app/Failed.tsx';
import { NoTierChip, TierChip } from '../design/TierChip.tsx';
import { useForm } from '../inspector/form/form-scope.ts';
import results from '../inspector/results/results.module.css';
import { useSpeech } from '../words/use-words.ts';
import { LeverSizes } from './LeverSizes.tsx';
import { leverKey } from './lever-text.ts';
import classes from './moves.module.css';
import { useTierMoves } from './use-tier-moves.ts';

export function TierMoves() {
  const { t, text } = useSpeech();
  const { node, facts } = useForm();
  const ports = facts?.ports.filter((port) => port.tier !== undefined) ?? [];
  const [tier, setTier] = useState<string | null | undefined>(undefined);
  const { data, error, isFetching, refetch } = useTierMoves(node.id, tier);
  // Nobody can rise from the best one.
  const choices = [
    ...ports.slice(1).map(({ id, title }) => ({ id, title: title === undefined ? id : text(title) })),
    { id: null, title: t('canvas.unassigned') },
  ];
  const chosen = choices.find(({ id }) => id === tier)?.title ?? '';
  return (
    <section className={results.part} aria-label={t('moves.tierTitle')}>
      <h3 className={results.partTitle}>{t('moves.tierTitle')}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose, not a form */}
      <div className={classes.choices} role="group" aria-label={t('moves.from')}>
        {choices.map(({ id, title }, at) => (
          <button
            key={title}
            type="button"
            className={classes.choice}
            aria-pressed={tier === id}
            onClick={() => setTier(tier === id ? undefined : id)}
          >
            {id === null ? <NoTierChip /> : <TierChip place={at + 1} of={ports.length} title={title} />}
            {title}
          </button>
        ))}
      </div>
      {tier === undefined && <p className={results.quiet}>{t('moves.tierHint')}</p>}
      {isFetching && (
        <div className={classes.waiting}>
          <Loader size={14} />
          <span role="status">{t('moves.counting', { tier: chosen })}</span>
          <Button size="compact-xs" variant="default" onClick={() => setTier(undefined)}>
            {t('moves.cancel')}
          </Button>
        </div>
      )}
      {error !== null && !isFetching && <Failed title={t('moves.failed')} error={error} retry={() => void refetch()} />}
      {data !== undefined && !isFetching && <Found found={data} />}
    </section>
  );
}

function Found({ found }: { readonly found: Answer }) {
  const { t, exact, percent } = useSpeech();
  const { members, people, levers, movable } = found;
  if (members === 0) return <p className={results.quiet}>{t('moves.nobody')}</p>;
  const order = levers.toSorted((a, b) => Number(b.actionable) - Number(a.actionable) || b.n - a.n);
  return (
    <div className={classes.found}>
      <p className={classes.sum}>{t('moves.movable', { n: exact(movable), of: exact(people), share: percent(movable / people) })}</p>
      <p className={results.quiet}>
        {found.exact
          ? t('moves.exact', { members: exact(members) })
          : t('moves.sampled', { people: exact(people), members: exact(members) })}
      </p>
      {levers.length === 0 && <p className={results.quiet}>{t('moves.noLevers')}</p>}
      <ul className={classes.list}>
        {order.map((lever) => (
          <LeverSizes key={leverKey(lever.lever)} moves={lever} people={people} bands={found.bands} />
        ))}
      </ul>
    </div>
  );
}
