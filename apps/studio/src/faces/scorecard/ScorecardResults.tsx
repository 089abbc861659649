// How far each part can move the score, by its weight; parts that lower it point the other way.
import { readPath } from '@tierflow/flow';
import { titleIn } from '../../inspector/fields/title-text.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import { partsOf } from './parts.ts';
import classes from './scorecard.module.css';
import { sharesOf } from './weights.ts';

export function ScorecardResults() {
  const { t, percent, language } = useSpeech();
  const form = useForm();
  const parts = partsOf(readPath(form.node.config, 'parts'));
  const shares = sharesOf(parts.map((part) => part.weight));
  const most = Math.max(0.01, ...shares);
  const missing = readPath(form.full, 'missing');
  return (
    <section className={results.part} aria-label={t('faces.scorecard.contributions')}>
      <h3 className={results.partTitle}>{t('faces.scorecard.contributions')}</h3>
      <ul className={classes.contributions}>
        {parts.map((part, at) => {
          const share = shares[at] ?? 0;
          const name = part.title === null ? (part.field ?? part.expr ?? '') : titleIn(part.title, language, false);
          return (
            <li key={`${name}${at}`} className={classes.contribution}>
              <span className={classes.contributionName}>{name}</span>
              <span className={classes.contributionBar} aria-hidden="true">
                <i data-negative={part.weight < 0 || undefined} style={{ width: `${(100 * share) / most}%` }} />
              </span>
              <span className={classes.contributionShare}>{`${part.weight < 0 ? '−' : ''}${percent(share)}`}</span>
            </li>
          );
        })}
      </ul>
      {typeof missing === 'string' && (
        <p className={results.quiet}>
          {form.word('label.missing')}: {form.word(`option.missing.${missing}`)}
        </p>
      )}
    </section>
  );
}
