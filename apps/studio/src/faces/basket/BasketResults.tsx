// The rules: a picture of support by confidence, a table that can be searched and sorted, and those switched off.
import { useState } from 'react';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import { RulesPicture } from './RulesPicture.tsx';
import { RuleTable } from './RuleTable.tsx';
import { type Looked, lookedAt, type Rule, type Sorting, switchedOff } from './rules.ts';
import { SearchRules } from './SearchRules.tsx';
import { SwitchedOff } from './SwitchedOff.tsx';
import { useRules } from './use-rules.ts';

export function BasketResults() {
  const { t } = useSpeech();
  const form = useForm();
  const { found, people, current } = useRules();
  const [looked, setLooked] = useState<Looked>({ text: '', confidence: 0, lift: 0 });
  const [sorting, setSorting] = useState<Sorting>({ by: 'number', rising: true });
  const [marked, setMarked] = useState<number>();
  const never = switchedOff(valueAt(form, 'never'));
  if (found === undefined) return <div className={classes.wait} />;
  const peopleOf = (rule: Rule): number => people?.get(rule.number) ?? 0;
  const shown = lookedAt(found.rules, looked, sorting, peopleOf);
  const switchOff = (rule: Rule): void =>
    form.set(
      'never',
      [...never, { if: rule.if, then: rule.then }].map(({ if: needed, then }) => ({ if: [...needed], then })),
    );
  return (
    <div className={classes.face} data-stale={!current || undefined}>
      {found.rules.length === 0 ? (
        <p className={results.quiet}>{t('faces.basket.none')}</p>
      ) : (
        <>
          <section className={results.part} aria-label={t('faces.basket.picture')}>
            <h3 className={results.partTitle}>{t('faces.basket.picture')}</h3>
            <RulesPicture rules={found.rules} shown={shown} marked={marked} />
          </section>
          <section className={results.part} aria-label={t('faces.basket.rules')}>
            <h3 className={results.partTitle}>{t('faces.basket.rules')}</h3>
            <SearchRules looked={looked} shown={shown.length} of={found.rules.length} onChange={setLooked} />
            <RuleTable
              rules={shown}
              sorting={sorting}
              people={people === undefined ? undefined : peopleOf}
              onSort={setSorting}
              onMark={setMarked}
              onSwitchOff={switchOff}
            />
          </section>
        </>
      )}
      {never.length > 0 && <SwitchedOff rules={never} />}
    </div>
  );
}
