// Rules that are switched off, each with a way back.
import { Button } from '@mantine/core';
import { useForm } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import { RuleText } from './RuleText.tsx';
import type { RuleName } from './rules.ts';

export function SwitchedOff({ rules }: { readonly rules: readonly RuleName[] }) {
  const { t } = useSpeech();
  const form = useForm();
  const back = (at: number): void =>
    form.set(
      'never',
      rules.filter((_, each) => each !== at).map(({ if: needed, then }) => ({ if: [...needed], then })),
    );
  return (
    <section className={results.part} aria-label={t('faces.basket.off')}>
      <h3 className={results.partTitle}>{t('faces.basket.off')}</h3>
      <ul className={classes.off}>
        {rules.map((rule, at) => (
          <li key={JSON.stringify(rule)}>
            <RuleText rule={rule} />
            <Button size="compact-xs" variant="subtle" onClick={() => back(at)}>
              {t('faces.basket.useAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
