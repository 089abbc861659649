// Tiers of a result as one bar with a legend on hover; also read out.
import { Tooltip } from '@mantine/core';
import type { TierCount } from '@tierflow/api';
import { useSpeech } from '../words/use-words.ts';
import classes from './tier-bar.module.css';
import { tierColor } from './tokens.ts';

interface Props {
  readonly tiers: readonly TierCount[];
  readonly unassigned: number;
}

export function TierBar({ tiers, unassigned }: Props) {
  const { t, text, exact, percent } = useSpeech();
  const total = tiers.reduce((sum, tier) => sum + tier.n, unassigned);
  if (total === 0) return null;
  const parts = [
    ...tiers.map((tier, at) => ({ id: tier.id, name: text(tier.title), n: tier.n, fill: tierColor(at, tiers.length).fill })),
    ...(unassigned === 0 ? [] : [{ id: ' unassigned', name: t('flows.unassigned'), n: unassigned, fill: undefined }]),
  ];
  const words = parts.map((part) => `${part.name} ${exact(part.n)} (${percent(part.n / total)})`);
  return (
    <Tooltip
      label={
        <span className={classes.legend}>
          {parts.map((part, at) => (
            <span key={part.id} className={classes.entry}>
              <i
                className={part.fill === undefined ? classes.hatch : undefined}
                style={part.fill === undefined ? {} : { background: part.fill }}
              />
              {words[at]}
            </span>
          ))}
        </span>
      }
    >
      <span className={classes.bar} role="img" aria-label={words.join(', ')}>
        {parts.map((part) => (
          <i
            key={part.id}
            className={part.fill === undefined ? classes.hatch : undefined}
            style={{ width: `${(100 * part.n) / total}%`, ...(part.fill === undefined ? {} : { background: part.fill }) }}
          />
        ))}
      </span>
    </Tooltip>
  );
}
