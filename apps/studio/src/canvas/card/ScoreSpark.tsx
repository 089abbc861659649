// A small histogram of the score a node makes, 64 by 18.
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './card.module.css';
import type { Card } from './use-card.ts';

const bins = 12;

interface Props {
  readonly id: string;
  readonly card: Card;
}

export function ScoreSpark({ id, card }: Props) {
  const score = card.kind?.group === 'score' ? card.facts?.makes.find((column) => column.type === 'number') : undefined;
  if (score === undefined || card.far) return null;
  return <Spark id={id} column={score.name} label={score.name} />;
}

function Spark({ id, column, label }: { readonly id: string; readonly column: string; readonly label: string }) {
  const { facts } = useStudio();
  const { t } = useSpeech();
  const histogram = useFacts((state) => state.histograms.get(`${id}.${column}`)?.value);
  useEffect(() => facts.want({ columns: [{ node: id, column, bins }] }), [facts, id, column]);
  const counts = histogram === undefined ? [] : grouped(histogram.counts);
  const most = Math.max(1, ...counts);
  return (
    <svg
      className={classes.spark}
      preserveAspectRatio="none"
      height="18"
      viewBox="0 0 64 18"
      role="img"
      aria-label={t('canvas.histogram', { column: label })}
    >
      {counts.map((n, at) => {
        const width = 64 / counts.length;
        const height = n === 0 ? 0 : Math.max(1.5, (18 * n) / most);
        return <rect key={at} x={at * width + 0.5} y={18 - height} width={Math.max(1, width - 1)} height={height} rx="0.5" />;
      })}
    </svg>
  );
}

/** Finer bins, asked for by another picture, put together. */
function grouped(counts: readonly number[]): readonly number[] {
  if (counts.length <= bins) return counts;
  const size = Math.ceil(counts.length / bins);
  return Array.from({ length: Math.ceil(counts.length / size) }, (_, at) =>
    counts.slice(at * size, (at + 1) * size).reduce((sum, n) => sum + n, 0),
  );
}
