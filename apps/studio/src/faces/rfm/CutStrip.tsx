// The scores of one dimension side by side, from low to high, with the cuts between them.

import { useForm } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './rfm.module.css';

interface Props {
  readonly dimension: 'R' | 'F' | 'M';
  /** Ascending. */
  readonly cuts: readonly number[];
}

/** Few days are good: for recency the best score stands at the smallest days, so the cuts fall from left to right. */
export function CutStrip({ dimension, cuts }: Props) {
  const { t, language } = useSpeech();
  const form = useForm();
  const shown = dimension === 'R' ? cuts.toReversed() : cuts;
  const words = shown.map((cut) => plainNumber(cut, language)).join(', ');
  return (
    <div className={classes.strip}>
      <span className={classes.stripName} title={form.word(`label.cuts${dimension}`)}>
        {dimension}
      </span>
      <div className={classes.stripBody} role="img" aria-label={`${form.word(`label.cuts${dimension}`)}: ${words}`}>
        {Array.from({ length: cuts.length + 1 }, (_, at) => (
          <span key={`score ${at + 1}`} className={classes.cell} data-score={Math.min(5, at + 1)}>
            {at + 1}
            {at < shown.length && <span className={classes.cutValue}>{plainNumber(shown[at] ?? 0, language)}</span>}
          </span>
        ))}
      </div>
      <span className={classes.stripUnit}>{t(`faces.rfm.unit.${dimension}`)}</span>
    </div>
  );
}
