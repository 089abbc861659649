// What was fitted on the population, with the day it was fitted as of.
import type { Json } from '@tierflow/definition';
import { useFacts } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useForm } from '../form/form-scope.ts';
import { plainNumber } from './plain-number.ts';
import classes from './results.module.css';

export function Parameters() {
  const { t, language } = useSpeech();
  const { node, hasWord, word } = useForm();
  const answer = useFacts((state) => state.preview.answer);
  const own = Object.entries(answer?.parameters ?? {}).filter(([id]) => id.startsWith(`${node.id}.`));
  if (own.length === 0 || answer === null) return null;
  const nameOf = (id: string) => {
    const local = id.slice(node.id.length + 1);
    return hasWord(`parameter.${local}`) ? word(`parameter.${local}`) : hasWord(`label.${local}`) ? word(`label.${local}`) : local;
  };
  return (
    <section className={classes.part} aria-label={t('inspector.fitted')}>
      <h3 className={classes.partTitle}>{t('inspector.fitted')}</h3>
      <dl className={classes.parameters}>
        {own.map(([id, value]) => (
          <div key={id}>
            <dt>{nameOf(id)}</dt>
            <dd>{valueText(value, language)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.quiet}>{t('inspector.fittedAsOf', { day: answer.asOf })}</p>
    </section>
  );
}

function valueText(value: Json, language: Parameters<typeof plainNumber>[1]): string {
  if (value === null) return '—';
  if (typeof value === 'number') return plainNumber(value, language);
  if (Array.isArray(value)) return value.map((each) => valueText(each, language)).join('  ·  ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
