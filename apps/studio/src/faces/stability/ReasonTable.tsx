// People by the reason for their tier, as far as there are some.
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './stability.module.css';

export function ReasonTable({ column }: { readonly column: string }) {
  const { facts } = useStudio();
  const { t, text, exact, percent } = useSpeech();
  const form = useForm();
  const { id } = form.node;
  useEffect(() => facts.want({ columns: [{ node: id, column, bins: 1 }] }), [facts, id, column]);
  const found = useFacts((state) => state.histograms.get(`${id}.${column}`));
  const current = useFacts((state) => found?.print === state.prints.get(id));
  const reasons = form.facts?.makes.find((each) => each.name === column)?.values;
  if (reasons === undefined || found === undefined) return null;
  const counts = new Map(found.value.values?.map(({ value, n }) => [value, n]));
  const shown = reasons.flatMap(({ value, title }) => {
    const n = counts.get(value) ?? 0;
    return n === 0 ? [] : [{ value, name: title === undefined ? value : text(title), n }];
  });
  const total = shown.reduce((sum, { n }) => sum + n, 0);
  const most = Math.max(1, ...shown.map(({ n }) => n));
  return (
    <section className={results.part} aria-label={t('faces.stability.reasons')} data-stale={!current || undefined}>
      <h3 className={results.partTitle}>{t('faces.stability.reasons')}</h3>
      <table className={classes.reasons}>
        <tbody>
          {shown.map(({ value, name, n }) => (
            <tr key={value} data-reason={value}>
              <th scope="row">
                {name}
                <i className={classes.bar} style={{ width: `${(100 * n) / most}%` }} aria-hidden="true" />
              </th>
              <td>{exact(n)}</td>
              <td className={classes.share}>{percent(n / total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
