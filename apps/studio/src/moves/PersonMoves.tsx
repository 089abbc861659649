// What would move one customer: the smallest change of each thing by itself, or what it takes to lose the best tier.
import type { Explain, Move, Moves } from '@tierflow/api';
import { useState } from 'react';
import { useSpeech } from '../words/use-words.ts';
import { LeverSwitch } from './LeverSwitch.tsx';
import { changeText, leverKey, leverName, lineText } from './lever-text.ts';
import classes from './moves.module.css';
import { Reached } from './Reached.tsx';

export function PersonMoves({ explain }: { readonly explain: Explain }) {
  const { t } = useSpeech();
  const { moves } = explain;
  if (moves === null) return null;
  return (
    <section className={classes.section} aria-label={t('moves.title')}>
      <h3 className={classes.heading}>{t('moves.title')}</h3>
      {moves.best ? <Best moves={moves} /> : <Ways moves={moves} asOf={explain.decision.asOf} />}
    </section>
  );
}

function Best({ moves }: { readonly moves: Moves }) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      <p className={classes.quiet}>{t('moves.best')}</p>
      <ul className={classes.list}>
        {moves.falls.map(
          (fall) =>
            fall.next !== null && (
              <li key={leverKey(fall.lever)} className={classes.row}>
                <span className={classes.change}>
                  {t('moves.falls', { change: changeText(fall, fall.next, speech) })} <Reached bands={moves.bands} tier={fall.next.tier} />
                </span>
              </li>
            ),
        )}
        {moves.days !== null && (
          <li className={classes.row}>
            <span className={classes.change}>{t('moves.days', { count: moves.days })}</span>
          </li>
        )}
      </ul>
    </>
  );
}

function Ways({ moves: { moves, bands }, asOf }: { readonly moves: Moves; readonly asOf: string }) {
  const { t } = useSpeech();
  const moving = moves.filter(({ next }) => next !== null);
  const alone = moves.filter(({ next, actionable }) => next === null && actionable);
  const fixed = moves.filter(({ actionable }) => !actionable);
  return (
    <>
      <p className={classes.quiet}>{t(moves.length === 0 ? 'moves.noLevers' : moving.length === 0 ? 'moves.nothing' : 'moves.about')}</p>
      <ul className={classes.list}>
        {moving.map((move) => (
          <Way key={leverKey(move.lever)} move={move} bands={bands} asOf={asOf} />
        ))}
        {alone.map((move) => (
          <Still key={leverKey(move.lever)} move={move} why={t('moves.alone')} />
        ))}
      </ul>
      <Fixed moves={fixed} />
    </>
  );
}

interface WayProps {
  readonly move: Move;
  readonly bands: Moves['bands'];
  readonly asOf: string;
}

function Way({ move, bands, asOf }: WayProps) {
  const speech = useSpeech();
  const { lever, actionable, next, top } = move;
  const line = lineText(move, asOf, speech);
  if (next === null) return null;
  return (
    <li className={classes.row} data-lever={leverKey(lever)}>
      <span className={classes.change}>
        {changeText(move, next, speech)} <Reached bands={bands} tier={next.tier} />
        {top !== null && (
          <span className={classes.top}>
            {speech.t('moves.or', { change: changeText(move, top, speech) })} <Reached bands={bands} tier={top.tier} />
          </span>
        )}
        {line !== '' && <span className={classes.line}>{line}</span>}
      </span>
      <LeverSwitch lever={lever} actionable={actionable} />
    </li>
  );
}

function Still({ move: { lever, actionable }, why }: { readonly move: Move; readonly why: string }) {
  const speech = useSpeech();
  return (
    <li className={classes.row} data-lever={leverKey(lever)} data-still>
      <span className={classes.change}>
        {leverName(lever, speech)}
        <span className={classes.line}>{why}</span>
      </span>
      <LeverSwitch lever={lever} actionable={actionable} />
    </li>
  );
}

function Fixed({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  if (moves.length === 0) return null;
  return (
    <>
      <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('moves.fixedCount', { count: moves.length })}
      </button>
      {open && (
        <ul className={classes.list}>
          {moves.map((move) => (
            <Still key={leverKey(move.lever)} move={move} why={t('moves.fixed')} />
          ))}
        </ul>
      )}
    </>
  );
}
