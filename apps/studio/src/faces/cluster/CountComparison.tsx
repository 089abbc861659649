// What 2 to 10 clusters would give: how much they leave unexplained, and how well they are kept apart.
import { Button, Progress } from '@mantine/core';
import type { ClusterTrialAnswer } from '@tierflow/api';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './cluster.module.css';
import { ElbowPicture } from './ElbowPicture.tsx';
import { choices, useComparison } from './use-comparison.ts';

interface Props {
  readonly k: number;
  readonly onChoose: (k: number) => void;
}

export function CountComparison({ k, onChoose }: Props) {
  const { t } = useSpeech();
  const { node } = useForm();
  const { state, found, start, cancel } = useComparison(node.id);
  const progress = t('faces.cluster.comparing', { n: found.length, of: choices.length });
  return (
    <section className={classes.comparison} aria-label={t('faces.cluster.choice')}>
      {state === 'running' ? (
        <div className={classes.running}>
          <span role="status">{progress}</span>
          <Progress size="sm" value={(100 * found.length) / choices.length} aria-label={progress} />
          <Button size="compact-xs" variant="default" onClick={cancel}>
            {t('faces.cluster.cancel')}
          </Button>
        </div>
      ) : (
        found.length < choices.length && (
          <Button className={classes.compare ?? ''} size="compact-sm" variant="default" onClick={start}>
            {t(found.length === 0 ? 'faces.cluster.compare' : 'faces.cluster.goOn')}
          </Button>
        )
      )}
      {state === 'failed' && <p className={classes.quiet}>{t('faces.cluster.failed')}</p>}
      {found.length > 0 && (
        <>
          <ElbowPicture found={found} k={k} />
          <ChoiceTable found={found} k={k} onChoose={onChoose} />
        </>
      )}
    </section>
  );
}

function ChoiceTable({ found, k, onChoose }: Props & { readonly found: readonly ClusterTrialAnswer[] }) {
  const { t, exact, percent } = useSpeech();
  const best = Math.max(...found.map((one) => one.silhouette ?? Number.NEGATIVE_INFINITY));
  const [first] = found;
  return (
    <>
      <table className={classes.choices}>
        <thead>
          <tr>
            <th scope="col">{t('faces.cluster.clusters')}</th>
            <th scope="col">{t('faces.cluster.unexplained')}</th>
            <th scope="col">{t('faces.cluster.silhouette')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={one.k} data-on={one.k === k || undefined}>
              <th scope="row">{one.k}</th>
              <td>{percent(one.unexplained)}</td>
              <td data-best={one.silhouette === best || undefined}>{one.silhouette === null ? '–' : one.silhouette.toFixed(2)}</td>
              <td>
                <button
                  type="button"
                  aria-pressed={one.k === k}
                  onClick={() => onChoose(one.k)}
                  aria-label={t('faces.cluster.use', { k: one.k })}
                >
                  {t(one.k === k ? 'faces.cluster.inUse' : 'faces.cluster.choose')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {first !== undefined && (
        <p className={classes.quiet}>
          {t(first.sample < first.people ? 'faces.cluster.sampled' : 'faces.cluster.onAll', {
            sample: exact(first.sample),
            people: exact(first.people),
            few: exact(first.silhouetteSample),
          })}
          {` ${t('faces.cluster.meaning')}`}
        </p>
      )}
    </>
  );
}
