// How many clusters, with a comparison on demand, and what they are called.
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { Field, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { ClusterName } from './ClusterName.tsx';
import { CountComparison } from './CountComparison.tsx';
import classes from './cluster.module.css';
import { clusterCount } from './settings.ts';
import { useClusters } from './use-clusters.ts';

export function ClusterConfig() {
  const { exact } = useSpeech();
  const form = useForm();
  const { data } = useClusters(form.node.id);
  const k = clusterCount(form.full);
  const clusters = Array.from({ length: k }, (_, at) => at);
  return (
    <>
      <Field
        path="k"
        label={form.word('label.k')}
        help={form.word('label.k.help')}
        controlId="cluster-k"
        remarks={remarksAt(form.diagnostics, 'k')}
      >
        <NumberControl id="cluster-k" value={k} min={1} max={30} onCommit={(next) => next !== null && form.set('k', next)} />
        <CountComparison k={k} onChoose={(next) => form.set('k', next)} />
      </Field>
      <Field path="labels" label={form.word('label.labels')} remarks={remarksAt(form.diagnostics, 'labels')}>
        <ol className={classes.names}>
          {clusters.map((at) => (
            <li key={at} data-field={`labels.${at}`}>
              <ClusterName at={at} />
              <span className={classes.nameCount}>{data?.clusters.length === k ? exact(data.clusters[at]?.n ?? 0) : ''}</span>
            </li>
          ))}
        </ol>
      </Field>
    </>
  );
}
