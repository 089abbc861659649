// Clusters by measures: the colour and the larger number say how far the cluster's mean lies from everybody's.
import type { Clusters } from '@tierflow/api';
import type { CSSProperties } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { ClusterName } from './ClusterName.tsx';
import { ClusterSign } from './ClusterSign.tsx';
import classes from './cluster.module.css';
import { deviationText, heatOf, meanText } from './profile-text.ts';

interface Props {
  readonly clusters: Clusters;
  readonly measures: readonly string[];
}

export function ProfileTable({ clusters: { clusters, means, people }, measures }: Props) {
  const { t, exact, percent, language } = useSpeech();
  return (
    <>
      <p className={classes.quiet}>{t('faces.cluster.profileHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many measures are reached by scrolling with the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('faces.cluster.profile')}>
        <table className={classes.profile}>
          <thead>
            <tr>
              {measures.map((measure) => (
                <th key={measure} scope="col" title={measure}>
                  {measure}
                </th>
              ))}
            </tr>
          </thead>
          {clusters.map((cluster, at) => (
            <tbody key={`cluster ${at + 1}`}>
              <tr>
                <th scope="rowgroup" colSpan={measures.length}>
                  <span className={classes.named}>
                    <ClusterSign number={at + 1} />
                    <ClusterName at={at} />
                    <b data-people>{exact(cluster.n)}</b>
                    <span className={classes.small}>{percent(people === 0 ? 0 : cluster.n / people)}</span>
                  </span>
                </th>
              </tr>
              <tr>
                {measures.map((measure, m) => (
                  <td key={measure} data-heat={heatOf(cluster.deviations[m] ?? null)} style={heatStyle(cluster.deviations[m])}>
                    <b className={classes.deviation}>{deviationText(cluster.deviations[m] ?? null, language)}</b>
                    <span className={classes.small}>{meanText(cluster.means[m] ?? null, language)}</span>
                  </td>
                ))}
              </tr>
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="rowgroup" colSpan={measures.length}>
                <span className={classes.named}>
                  <span>{t('faces.cluster.everybody')}</span>
                  <b className={classes.total} data-people>
                    {exact(people)}
                  </b>
                </span>
              </th>
            </tr>
            <tr>
              {measures.map((measure, m) => (
                <td key={measure}>
                  <span className={classes.small}>{meanText(means[m] ?? null, language)}</span>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
}

/** Two standard deviations have the full colour. */
function heatStyle(deviation: number | null | undefined): CSSProperties {
  return { '--heat': `${Math.round(55 * Math.min(1, Math.abs(deviation ?? 0) / 2))}%` } as CSSProperties;
}
