// The line of a formula that something is said about, with the part it is about marked.
import type { Severity } from '@tierflow/definition';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../form/form.module.css';
import { placeOf } from './formula-place.ts';

interface Props {
  readonly text: string;
  readonly span: { readonly from: number; readonly to: number };
  readonly severity: Severity;
}

export function Excerpt({ text, span, severity }: Props) {
  const { t } = useSpeech();
  const place = placeOf(text, span);
  return (
    <p className={classes.excerpt} data-severity={severity}>
      <span className={classes.excerptPlace}>{t('inspector.place', { line: place.line, column: place.column })}</span>
      <code>
        {place.before}
        <mark>{place.marked === '' ? ' ' : place.marked}</mark>
        {place.after}
      </code>
    </p>
  );
}
