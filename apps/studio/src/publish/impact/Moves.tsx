// Who changes tier: the largest groups, the whole matrix on demand, and what it costs.
import { IconArrowRight } from '@tabler/icons-react';
import type { Impact } from '@tierflow/api';
import { useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../publish.module.css';
import { costOf, movesOf } from './moves.ts';
import { PlaceName } from './PlaceName.tsx';

const shown = 4;

export function Moves({ impact }: { readonly impact: Impact }) {
  const { t, exact } = useSpeech();
  const [matrix, setMatrix] = useState(false);
  if (impact.live === null) return null;
  const moves = movesOf(impact);
  return (
    <section className={classes.section}>
      <h3>{t('publish.moves')}</h3>
      <p className={classes.moved}>{t('publish.moved', { count: impact.moved, n: exact(impact.moved) })}</p>
      {moves.length > 0 && (
        <>
          {matrix ? (
            <Matrix impact={impact} />
          ) : (
            <ul className={classes.moves}>
              {moves.slice(0, shown).map((move) => (
                <li key={`${move.from} ${move.to}`}>
                  <PlaceName impact={impact} place={move.from} />
                  <IconArrowRight size={14} aria-hidden="true" />
                  <PlaceName impact={impact} place={move.to} />
                  <b>{exact(move.n)}</b>
                </li>
              ))}
            </ul>
          )}
          <button type="button" className={classes.more} aria-expanded={matrix} onClick={() => setMatrix(!matrix)}>
            {t(matrix ? 'publish.asList' : 'publish.asMatrix')}
          </button>
        </>
      )}
      <Playbooks impact={impact} />
    </section>
  );
}

function Matrix({ impact }: { readonly impact: Impact }) {
  const { t, exact, text } = useSpeech();
  return (
    <div className={classes.matrix}>
      <table>
        <caption className="tf-visually-hidden">{t('publish.matrix')}</caption>
        <thead>
          <tr>
            <td />
            {impact.tiers.map((tier) => (
              <th key={tier.id} scope="col" title={text(tier.title)}>
                {text(tier.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {impact.tiers.map((tier, from) => (
            <tr key={tier.id}>
              <th scope="row">
                <PlaceName impact={impact} place={from} />
              </th>
              {impact.tiers.map((other, to) => {
                const n = impact.moves[from]?.[to] ?? 0;
                return (
                  <td key={other.id} data-stays={from === to || undefined} data-none={n === 0 || undefined}>
                    {n === 0 ? '·' : exact(n)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Playbooks({ impact }: { readonly impact: Impact }) {
  const { t, text, exact } = useSpeech();
  const changed = impact.playbooks.filter(({ before, after }) => before !== after);
  const cost = costOf(impact);
  if (changed.length === 0) return null;
  return (
    <>
      <ul className={classes.moves}>
        {changed.map(({ id, title, before, after }) => (
          <li key={id}>
            <span>{text(title)}</span>
            <span className={classes.quiet}>
              {exact(before)} → {exact(after)}
            </span>
            <b>{after > before ? `▲ ${exact(after - before)}` : `▼ ${exact(before - after)}`}</b>
          </li>
        ))}
      </ul>
      {cost !== null && cost.before !== cost.after && (
        <p className={classes.quiet}>
          {t('publish.cost', { before: exact(Math.round(cost.before)), after: exact(Math.round(cost.after)) })}
        </p>
      )}
    </>
  );
}
