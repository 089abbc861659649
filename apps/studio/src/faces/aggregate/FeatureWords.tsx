// The columns an aggregate makes, each as a sentence.
import { type Condition, conditionText } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';
import { useForm } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './feature-words.module.css';

type Feature = { readonly [name: string]: Json };

export function FeatureWords() {
  const { t } = useSpeech();
  const form = useForm();
  const features = readPath(form.node.config, 'features');
  const from = String(readPath(form.node.config, 'from') ?? '');
  if (!Array.isArray(features)) return null;
  return (
    <section className={results.part} aria-label={t('faces.aggregate.title')}>
      <h3 className={results.partTitle}>{t('faces.aggregate.title')}</h3>
      <ul className={classes.features}>
        {features.map((feature) => {
          const named = (typeof feature === 'object' && feature !== null ? feature : {}) as Feature;
          return (
            <li key={String(named['name'])}>
              <b>{String(named['name'] ?? '')}</b>
              <FeatureText feature={named} from={from} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FeatureText({ feature, from }: { readonly feature: Feature; readonly from: string }) {
  const { t, text, exact } = useSpeech();
  const form = useForm();
  const what = form.word(`option.fn.${String(feature['fn'] ?? 'count')}`);
  const value = feature['value'];
  const of = typeof value === 'string' ? value : typeof value === 'object' && value !== null && 'expr' in value ? String(value.expr) : '';
  const where = feature['where'] as unknown as Condition | undefined;
  const days = feature['window'];
  const parts = [
    of === '' ? t('faces.aggregate.lines', { what, from }) : t('faces.aggregate.of', { what, of, from }),
    ...(typeof days === 'number' ? [t('faces.aggregate.window', { n: exact(days) })] : []),
    ...(where === undefined ? [] : [t('faces.aggregate.where', { condition: text(conditionText(where)) })]),
  ];
  return <span>{parts.join(t('faces.aggregate.comma'))}</span>;
}
