// The rules above the form: spans on an axis of days since the tier was given, the others in words.
import { useForm } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type HeldSpan, holdRulesOf } from './hold-rules.ts';
import classes from './stability.module.css';

/** The axis goes on a little after the last span, where nothing is held any more. */
const beyond = 1.25;

export function HoldRules() {
  const { t, language } = useSpeech();
  const form = useForm();
  const rules = holdRulesOf(form.full);
  const points = (n: number) => plainNumber(n, language);
  const others = [
    ...(rules.keep === undefined ? [] : [t('faces.stability.keep', { points: points(rules.keep) })]),
    ...(rules.rise === undefined ? [] : [t('faces.stability.rise', { points: points(rules.rise) })]),
    ...(rules.oneStep ? [t('faces.stability.step')] : []),
    ...(rules.listed > 0 ? [t('faces.stability.listed', { count: rules.listed })] : []),
    ...(rules.byColumns ? [t('faces.stability.byColumns')] : []),
  ];
  if (rules.spans.length === 0 && others.length === 0) return null;
  return (
    <section className={classes.face} aria-label={t('faces.stability.rules')}>
      {rules.spans.length > 0 && <Spans spans={rules.spans} />}
      {others.length > 0 && (
        <ul className={classes.others}>
          {others.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Spans({ spans }: { readonly spans: readonly HeldSpan[] }) {
  const { t, exact } = useSpeech();
  const end = (spans[0]?.days ?? 1) * beyond;
  const at = (day: number): string => `${(100 * day) / end}%`;
  const words = (span: HeldSpan): string => t(`faces.stability.${span.what}`, { count: span.days });
  return (
    <figure className={classes.axis}>
      <figcaption className={classes.caption}>{t('faces.stability.axis')}</figcaption>
      <div role="img" aria-label={`${t('faces.stability.axis')}: ${spans.map(words).join('; ')}`}>
        {spans.map((span) => (
          <div key={span.what} className={classes.lane} title={words(span)}>
            <span className={classes.span} data-what={span.what} style={{ width: at(span.days) }} />
            <span className={classes.spanText}>{words(span)}</span>
          </div>
        ))}
        <div className={classes.ticks}>
          <span className={classes.tick} data-first>
            0
          </span>
          {spans.map(({ what, days }) => (
            <span key={what} className={classes.tick} style={{ left: at(days) }}>
              {exact(days)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
