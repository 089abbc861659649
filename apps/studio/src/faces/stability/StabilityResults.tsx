// Whom the rules hold: the tier by the score against the tier held, why, and which run the tiers before are from.
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { NoTierChip, TierChip } from '../../design/TierChip.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import { type Moves, movesOf } from './moves.ts';
import { ReasonTable } from './ReasonTable.tsx';
import classes from './stability.module.css';

export function StabilityResults() {
  const { facts } = useStudio();
  const { t, exact, percent } = useSpeech();
  const form = useForm();
  const prefix = String(valueAt(form, 'as') ?? '');
  const { id } = form.node;
  const rows = `${prefix}Rule`;
  useEffect(() => facts.want({ grids: [{ node: id, rows, columns: prefix, missing: true }] }), [facts, id, rows, prefix]);
  const found = useFacts((state) => state.grids.get(`${id}.${rows}.${prefix}`));
  const current = useFacts((state) => found?.print === state.prints.get(id));
  const previous = useFacts((state) => state.preview.answer?.previous?.asOf);
  const tiers = (form.facts?.ports ?? []).filter((port) => port.remainder !== true).map((port) => port.id);
  const moves = found === undefined ? undefined : movesOf(found.value, tiers);
  const share = moves === undefined || moves.people === 0 ? 0 : moves.held / moves.people;
  return (
    <>
      <section className={results.part} aria-label={t('faces.stability.moves')} data-stale={!current || undefined}>
        <h3 className={results.partTitle}>{t('faces.stability.moves')}</h3>
        <p className={classes.note}>{previous === undefined ? t('faces.stability.noRun') : t('faces.stability.run', { day: previous })}</p>
        {moves === undefined ? <div className={classes.wait} /> : <MoveTable moves={moves} />}
        {moves !== undefined && (
          <p className={classes.note}>{t('faces.stability.held', { n: exact(moves.held), share: percent(share) })}</p>
        )}
      </section>
      <ReasonTable column={`${prefix}Reason`} />
    </>
  );
}

function MoveTable({ moves }: { readonly moves: Moves }) {
  const { t, text, short, exact } = useSpeech();
  const { facts } = useForm();
  const { places, counts } = moves;
  const nameOf = (place: string | null): string => {
    const port = facts?.ports.find((each) => (place === null ? each.remainder === true : each.id === place));
    return port?.title === undefined ? (place ?? '') : text(port.title);
  };
  const chip = (place: string | null, at: number) =>
    place === null ? <NoTierChip /> : <TierChip place={at} of={places.length - 1} title={nameOf(place)} />;
  return (
    <div className={classes.scroll}>
      <table className={classes.moves}>
        <caption>{t('faces.stability.tableOf')}</caption>
        <thead>
          <tr>
            <td />
            {places.map((place, at) => (
              <th key={String(place)} scope="col" title={nameOf(place)}>
                {chip(place, at)}
                <span className="tf-visually-hidden">{nameOf(place)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((row, down) => (
            <tr key={String(row)}>
              <th scope="row">
                <span className={classes.name}>
                  {chip(row, down)}
                  <b title={nameOf(row)}>{nameOf(row)}</b>
                </span>
              </th>
              {places.map((column, across) => {
                const n = counts[down]?.[across] ?? 0;
                const words = t('faces.stability.cell', { rule: nameOf(row), tier: nameOf(column), n: exact(n) });
                return (
                  <td
                    key={String(column)}
                    title={words}
                    data-same={down === across || undefined}
                    data-held={(n > 0 && down !== across) || undefined}
                    data-none={n === 0 || undefined}
                  >
                    {short(n)}
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
