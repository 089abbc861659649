// Who is likely still there by how much they will buy, whether the model fits what happened, and its parameters.
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './clv.module.css';
import { FitChart } from './FitChart.tsx';
import { fitCheckOf } from './fit-check.ts';
import { ModelTable } from './ModelTable.tsx';
import { Scatter } from './Scatter.tsx';
import { aliveEdges, purchaseEdges } from './scatter.ts';

export function ClvResults() {
  const { facts } = useStudio();
  const { t } = useSpeech();
  const form = useForm();
  const prefix = String(valueAt(form, 'as') ?? '');
  const { id } = form.node;
  const [rows, columns] = [`${prefix}purchases`, `${prefix}alive`];
  useEffect(
    () => facts.want({ grids: [{ node: id, rows, columns, rowEdges: purchaseEdges, columnEdges: aliveEdges }] }),
    [facts, id, rows, columns],
  );
  const found = useFacts((state) => state.grids.get(`${id}.${rows}.${columns}`));
  const current = useFacts((state) => found?.print === state.prints.get(id));
  const parameters = useFacts((state) => state.preview.answer?.parameters);
  const check = fitCheckOf(parameters?.[`${id}.check`]);
  return (
    <>
      <section className={results.part} aria-label={t('faces.clv.scatter')}>
        <h3 className={results.partTitle}>{t('faces.clv.scatter')}</h3>
        {found === undefined ? <div className={classes.wait} /> : <Scatter grid={found.value} stale={!current} />}
      </section>
      {check !== undefined && (
        <section className={results.part} aria-label={t('faces.clv.check')}>
          <h3 className={results.partTitle}>{t('faces.clv.check')}</h3>
          <FitChart check={check} />
        </section>
      )}
      <ModelTable check={check} />
    </>
  );
}
