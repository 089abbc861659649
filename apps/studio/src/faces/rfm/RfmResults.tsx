// The grid of recency by frequency, and the groups with their people.
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import { HeatGrid } from './HeatGrid.tsx';
import classes from './rfm.module.css';

export function RfmResults() {
  const { facts } = useStudio();
  const { t } = useSpeech();
  const form = useForm();
  const prefix = String(valueAt(form, 'as') ?? '');
  const { id } = form.node;
  const [rows, columns] = [`${prefix}R`, `${prefix}F`];
  useEffect(() => facts.want({ grids: [{ node: id, rows, columns }] }), [facts, id, rows, columns]);
  const found = useFacts((state) => state.grids.get(`${id}.${rows}.${columns}`));
  const current = useFacts((state) => found?.print === state.prints.get(id));
  return (
    <>
      <section className={results.part} aria-label={t('faces.rfm.grid')}>
        <h3 className={results.partTitle}>{t('faces.rfm.grid')}</h3>
        {found === undefined ? <div className={classes.gridWait} /> : <HeatGrid grid={found.value} stale={!current} />}
      </section>
      <GroupCounts column={`${prefix}group`} />
    </>
  );
}

function GroupCounts({ column }: { readonly column: string }) {
  const { facts } = useStudio();
  const { t, text, exact, percent } = useSpeech();
  const form = useForm();
  const { id } = form.node;
  const made = form.facts?.makes.find((each) => each.name === column);
  const there = made !== undefined;
  useEffect(() => (there ? facts.want({ columns: [{ node: id, column, bins: 1 }] }) : undefined), [facts, there, id, column]);
  const histogram = useFacts((state) => state.histograms.get(`${id}.${column}`)?.value);
  if (made?.values === undefined || histogram === undefined) return null;
  const counts = new Map(histogram.values?.map(({ value, n }) => [value, n]));
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const most = Math.max(1, ...counts.values());
  return (
    <section className={results.part} aria-label={t('faces.rfm.groups')}>
      <h3 className={results.partTitle}>{t('faces.rfm.groups')}</h3>
      <table className={classes.groups}>
        <tbody>
          {made.values
            .filter(({ value }) => value !== 'others' || (counts.get(value) ?? 0) > 0)
            .map(({ value, title }) => (
              <tr key={value}>
                <th scope="row">{title === undefined ? value : text(title)}</th>
                <td className={classes.groupBar}>
                  <i style={{ width: `${(100 * (counts.get(value) ?? 0)) / most}%` }} />
                </td>
                <td>{exact(counts.get(value) ?? 0)}</td>
                <td className={classes.groupShare}>{total === 0 ? '' : percent((counts.get(value) ?? 0) / total)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {histogram.missing > 0 && <p className={results.quiet}>{t('faces.rfm.noScores', { n: exact(histogram.missing) })}</p>}
    </section>
  );
}
