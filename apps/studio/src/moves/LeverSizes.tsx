// One lever for the people of a tier: how many it moves, where to, and how much they need, as bars and as a table.
import type { LeverMoves, Moves } from '@tierflow/api';
import { useState } from 'react';
import { cellText, numberText } from '../drawer/people/cell-text.ts';
import { useTestCustomer } from '../test-customer/use-test-customer.ts';
import { useSpeech } from '../words/use-words.ts';
import { LeverSwitch } from './LeverSwitch.tsx';
import { leverKey, leverName } from './lever-text.ts';
import classes from './moves.module.css';
import { Reached } from './Reached.tsx';

interface Props {
  readonly moves: LeverMoves;
  /** People looked at. */
  readonly people: number;
  readonly bands: Moves['bands'];
}

export function LeverSizes({ moves, people, bands }: Props) {
  const speech = useSpeech();
  const { t, exact, percent, language } = speech;
  const [open, setOpen] = useState(false);
  const { lever, actionable, n, sizes, bins, values, tiers, down, filled } = moves;
  const name = leverName(lever, speech);
  const notes = [
    ...(sizes === null ? [] : [t('moves.median', { size: numberText(sizes.median, language) })]),
    ...(down > 0 ? [t('moves.down_of', { n: exact(down) })] : []),
    ...(filled > 0 ? [t('moves.filled', { count: filled })] : []),
    ...values.map(({ to, n: many }) => t('moves.becomes', { to: cellText(to, { type: 'string' }, speech), n: exact(many) })),
  ];
  return (
    <li className={classes.lever} data-lever={leverKey(lever)} data-still={n === 0 || undefined}>
      <div className={classes.leverRow}>
        <button type="button" className={classes.leverName} aria-expanded={open} disabled={n === 0} onClick={() => setOpen(!open)}>
          {name}
        </button>
        <b className={classes.many}>
          {actionable ? (n === 0 ? t('moves.alone') : t('moves.canMove', { n: exact(n), share: percent(n / people) })) : t('moves.fixed')}
        </b>
        <LeverSwitch lever={lever} actionable={actionable} />
      </div>
      {n > 0 && (
        <>
          <div className={classes.tiers}>
            {tiers.map(({ id, n: many }) => (
              <span key={id} className={classes.toTier}>
                <Reached bands={bands} tier={id} /> {exact(many)}
              </span>
            ))}
          </div>
          {bins.length > 0 && <SizeBars bins={bins} name={name} />}
          {notes.length > 0 && <p className={classes.line}>{notes.join(t('moves.comma'))}</p>}
          {open && <SizeTable moves={moves} people={people} />}
        </>
      )}
    </li>
  );
}

function SizeBars({ bins, name }: { readonly bins: LeverMoves['bins']; readonly name: string }) {
  const { t, exact, short, language } = useSpeech();
  const most = Math.max(1, ...bins.map(({ n }) => n));
  // Of many bars every other one is labelled, the last in any case.
  const shown = (at: number) => bins.length <= 7 || (bins.length - 1 - at) % 2 === 0;
  const label = bins.map(({ to, n }) => `${t('moves.least')} ${numberText(to, language)}: ${exact(n)}`).join(t('moves.comma'));
  return (
    <div className={classes.bars} role="img" aria-label={`${t('moves.spread', { name })} ${label}`}>
      {bins.map(({ to, n }, at) => (
        <span key={to} className={classes.bar} title={`${t('moves.least')} ${numberText(to, language)}: ${exact(n)}`}>
          <i style={{ height: n === 0 ? 0 : Math.max(2, (36 * n) / most) }} />
          <span>{shown(at) ? short(to) : ' '}</span>
        </span>
      ))}
    </div>
  );
}

function SizeTable({ moves: { bins, nearest, lever }, people }: Pick<Props, 'moves' | 'people'>) {
  const speech = useSpeech();
  const { t, exact, percent, language } = speech;
  const test = useTestCustomer();
  let sum = 0;
  const rows = bins.map(({ to, n }) => {
    sum += n;
    return { to, sum };
  });
  return (
    <>
      {rows.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('moves.least')}</th>
              <th scope="col">{t('moves.people')}</th>
              <th scope="col">{t('moves.share')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.to}>
                <th scope="row">{numberText(row.to, language)}</th>
                <td>{exact(row.sum)}</td>
                <td>{percent(row.sum / people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {nearest.length > 0 && (
        <p className={classes.nearest}>
          {t('moves.nearest')}
          {nearest.map(({ key, to }) => (
            <button key={key} type="button" aria-label={t('moves.test', { key })} onClick={() => test(key)}>
              {key}
              {lever.kind === 'lines' ? '' : ` · ${cellText(to, { type: 'string' }, speech)}`}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
