// Two lines over the number of clusters: what is left unexplained falls and gets flat, the silhouette has its peak. The
// table below says the same in numbers.
import type { ClusterTrialAnswer } from '@tierflow/api';
import { useSpeech } from '../../words/use-words.ts';
import classes from './cluster.module.css';
import { choices } from './use-comparison.ts';

const [width, height] = [300, 112];
const [left, right, top, bottom] = [8, 8, 8, 18];

interface Props {
  readonly found: readonly ClusterTrialAnswer[];
  readonly k: number;
}

export function ElbowPicture({ found, k }: Props) {
  const { t } = useSpeech();
  const first = choices[0] ?? 2;
  const last = choices.at(-1) ?? first;
  const x = (n: number) => left + ((n - first) / (last - first)) * (width - left - right);
  const y = (share: number) => top + (1 - share) * (height - top - bottom);
  const most = Math.max(0.01, ...found.map((one) => one.unexplained));
  const widest = Math.max(0.01, ...found.map((one) => one.silhouette ?? 0));
  const unexplained = found.map((one) => ({ k: one.k, at: y(one.unexplained / most) }));
  const silhouette = found.flatMap((one) => (one.silhouette === null ? [] : [{ k: one.k, at: y(Math.max(0, one.silhouette) / widest) }]));
  const path = (line: typeof unexplained) => line.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.k)},${point.at}`).join('');
  return (
    <figure className={classes.elbow}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {k >= first && k <= last && <line className={classes.chosen} x1={x(k)} x2={x(k)} y1={top} y2={height - bottom} />}
        <path className={classes.unexplained} d={path(unexplained)} />
        <path className={classes.silhouette} d={path(silhouette)} />
        {unexplained.map((point) => (
          <circle key={point.k} className={classes.unexplainedDot} cx={x(point.k)} cy={point.at} r={3} />
        ))}
        {silhouette.map((point) => (
          <rect key={point.k} className={classes.silhouetteDot} x={x(point.k) - 3} y={point.at - 3} width={6} height={6} />
        ))}
        {choices.map((n) => (
          <text key={n} className={classes.tick} x={x(n)} y={height - 4} data-on={n === k || undefined}>
            {n}
          </text>
        ))}
      </svg>
      <figcaption className={classes.legend}>
        <span data-line="unexplained">{t('faces.cluster.unexplained')}</span>
        <span data-line="silhouette">{t('faces.cluster.silhouette')}</span>
      </figcaption>
    </figure>
  );
}
