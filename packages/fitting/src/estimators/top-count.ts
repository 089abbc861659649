// The line behind the best so many people: the last of them, by score and then by a draw.
import type { ColumnData } from '@tierflow/evaluator';
import type { Estimate, Options } from './estimator.ts';
import type { Rows } from './sample.ts';

/**
 * The score or the draw of the last person among the best `count`; of the last person at all where there are fewer.
 * Higher scores come first, of equal ones the smaller draw. Columns: score, draw; options: `count`, `part`.
 */
export function topCountLine([scores, draws]: readonly ColumnData[], rows: Rows, { count, part }: Options): Estimate {
  if (scores?.type !== 'number' || draws?.type !== 'number') return { value: 0, warnings: ['fit.no-data'] };
  const [score, draw] = [scores.values, draws.values];
  const present = Uint32Array.from({ length: score.length }, (_, row) => row).filter(
    (row) => (rows === undefined || rows[row] === 1) && !Number.isNaN(score[row]),
  );
  const best = present.sort((a, b) => (score[b] as number) - (score[a] as number) || (draw[a] as number) - (draw[b] as number));
  const last = best[Math.min(Number(count), best.length) - 1];
  if (last === undefined) return { value: 0, warnings: ['fit.no-data'] };
  return { value: (part === 'score' ? score : draw)[last] as number, warnings: [] };
}
