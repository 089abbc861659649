// One rule in words: what somebody bought, and what is recommended.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import type { RuleName } from './rules.ts';

export function RuleText({ rule }: { readonly rule: RuleName }) {
  const { t } = useSpeech();
  return (
    <span className={classes.words}>
      {rule.if.join(' + ')} <IconArrowNarrowRight size={14} stroke={2} className={classes.arrow} aria-label={t('faces.basket.leadsTo')} />{' '}
      <strong>{rule.then}</strong>
    </span>
  );
}
