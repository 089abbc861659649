// Some people on the two directions in which they differ most, each with the sign of its cluster.
import type { Clusters } from '@tierflow/api';
import { useMemo } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from './cluster.module.css';
import { mapLayout, strongest } from './map-layout.ts';
import { signOf } from './signs.ts';

interface Props {
  readonly clusters: Clusters;
  readonly measures: readonly string[];
}

export function ClusterMap({ clusters: { map }, measures }: Props) {
  const { t, exact, percent } = useSpeech();
  const layout = useMemo(() => mapLayout(map.points), [map.points]);
  return (
    <figure className={classes.map}>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="img"
        aria-label={t('faces.cluster.mapOf', { n: exact(map.points.length) })}
      >
        {layout.clusters.map(({ number, path }) => (
          <path key={number} className={classes.points} d={path} fill={signOf(number).color} />
        ))}
        {layout.clusters.map(({ number, x, y }) => (
          <g key={number} className={classes.middle} transform={`translate(${x} ${y})`}>
            <circle r={8} />
            <text y={4}>{number}</text>
          </g>
        ))}
      </svg>
      <figcaption className={classes.quiet}>
        {t('faces.cluster.mapHint', { n: exact(map.points.length) })}
        <ul className={classes.axes}>
          {map.axes.map((axis, at) => (
            <li key={at}>
              {t(at === 0 ? 'faces.cluster.across' : 'faces.cluster.upwards', {
                share: percent(map.shares[at] ?? 0),
                measures: strongest(axis, measures).join(t('faces.cluster.comma')),
              })}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
