// Real values before and after a rule.
import { IconArrowRight } from '@tabler/icons-react';
import type { CleanRule } from '@tierflow/nodes';
import { useMemo } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from './clean.module.css';
import { changedBy } from './rule-examples.ts';
import { useArrivingValues } from './use-arriving-values.ts';
import type { RuleView } from './use-rules.ts';

interface Props {
  readonly view: RuleView;
  readonly rules: readonly CleanRule[];
}

export function ChangedValues({ view, rules }: Props) {
  const { t, exact } = useSpeech();
  const { at, rule, type, remarks } = view;
  const values = useArrivingValues(rule.field);
  const sound = !remarks.some(({ severity }) => severity === 'error');
  const examples = useMemo(
    () => (type === undefined || !sound ? [] : changedBy({ rules, at, type, values })),
    [rules, at, type, values, sound],
  );
  if (examples.length === 0) return null;
  return (
    <ul className={classes.examples} aria-label={t('cleaning.examples')}>
      {examples.map(({ before, after, n }) => (
        <li key={String(before)}>
          <Value value={before} />
          <IconArrowRight size={12} role="img" aria-label={t('cleaning.becomes')} />
          <Value value={after ?? ''} />
          {n !== undefined && <span className={classes.people}>{exact(n)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Blanks at the ends and in a row are to be seen. */
function Value({ value }: { readonly value: string | number }) {
  return <code className={classes.value}>{String(value).replaceAll(/^\s+|\s+$|\s{2,}/g, (blanks) => '␣'.repeat(blanks.length))}</code>;
}
