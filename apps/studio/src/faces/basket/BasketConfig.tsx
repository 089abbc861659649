// The thresholds in a row, and what they find: rules, orders, lines left out, and what the fit had to remark.

import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { shifted } from '../../inspector/form/decimal-text.ts';
import { HelpTip, Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import { useRules } from './use-rules.ts';

const thresholds = [
  { path: 'minSupport', share: true, step: 0.1 },
  { path: 'minConfidence', share: true, step: 1 },
  { path: 'minLift', share: false, step: 0.1 },
] as const;

export function BasketConfig() {
  const { t, exact } = useSpeech();
  const form = useForm();
  const { found, current } = useRules();
  const remarks = [...thresholds.flatMap(({ path }) => remarksAt(form.diagnostics, path)), ...form.diagnostics.filter(isOfFit)];
  return (
    <section className={classes.face} aria-label={t('faces.basket.thresholds')}>
      <div className={classes.thresholds}>
        {thresholds.map(({ path, share, step }) => (
          <div key={path} data-field={path}>
            <div className={classes.head}>
              <span>{t(`faces.basket.${path}`)}</span>
              <HelpTip text={form.word(`label.${path}.help`)} />
            </div>
            <NumberControl
              label={form.word(`label.${path}`)}
              value={numberAt(valueAt(form, path), share)}
              min={0}
              max={share ? 100 : undefined}
              step={step}
              unit={share ? '%' : undefined}
              onCommit={(value) => value !== null && form.set(path, share ? shifted(value, -2) : value)}
            />
          </div>
        ))}
      </div>
      <p className={classes.sum} data-stale={!current || undefined} role="status">
        {found === undefined
          ? t('faces.basket.searching')
          : t('faces.basket.found', { n: exact(found.rules.length), baskets: exact(found.baskets), items: exact(found.items) })}
        {found !== undefined && found.skippedLines > 0 && ` ${t('faces.basket.skipped', { n: exact(found.skippedLines) })}`}
      </p>
      <Remarks remarks={remarks} />
    </section>
  );
}

function numberAt(value: unknown, share: boolean): number | undefined {
  if (typeof value !== 'number') return undefined;
  return share ? shifted(value, 2) : value;
}

const isOfFit = ({ code }: { readonly code: string }): boolean => code.startsWith('fit.');
