// What the clusters are like: a heat table of means, and a map of some people.
import { useForm } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import { ClusterMap } from './ClusterMap.tsx';
import classes from './cluster.module.css';
import { ProfileTable } from './ProfileTable.tsx';
import { measureNames } from './settings.ts';
import { useClusters } from './use-clusters.ts';

export function ClusterResults() {
  const { t, language } = useSpeech();
  const form = useForm();
  const { data, isError, isPlaceholderData } = useClusters(form.node.id);
  const measures = measureNames(form.full, language, (column) => form.facts?.scope.get(column)?.title);
  if (isError) return null;
  if (data === undefined) return <div className={classes.wait} />;
  if (data.clusters.length === 0) return <p className={results.quiet}>{t('faces.cluster.nobody')}</p>;
  return (
    <div data-stale={isPlaceholderData || undefined}>
      <section className={results.part} aria-label={t('faces.cluster.profile')}>
        <h3 className={results.partTitle}>{t('faces.cluster.profile')}</h3>
        <ProfileTable clusters={data} measures={measures} />
      </section>
      <section className={`${results.part} ${classes.mapPart}`} aria-label={t('faces.cluster.map')}>
        <h3 className={results.partTitle}>{t('faces.cluster.map')}</h3>
        <ClusterMap clusters={data} measures={measures} />
      </section>
    </div>
  );
}
