// A title, typed once for every language or once per language. What is being typed belongs to the language it was
// begun in, also when the surface changes its language meanwhile.
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import type { Title } from '@tierflow/flow';
import { useState } from 'react';
import type { Language } from '../../design/number-format.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../form/form.module.css';
import { useDraft } from '../form/use-draft.ts';
import { titleIn, withTitle } from './title-text.ts';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly value: Title | null;
  readonly onCommit: (title: Title | null) => void;
  readonly placeholder?: string;
  readonly required?: boolean;
}

const others: { readonly [L in Language]: Language } = { en: 'zh-CN', 'zh-CN': 'en' };

export function TitleControl(props: Props) {
  const { t, language } = useSpeech();
  const [both, setBoth] = useState(false);
  const languages: readonly Language[] = both ? [language, others[language]] : [language];
  const toggle = (
    <Tooltip label={t('inspector.otherLanguage')}>
      <ActionIcon size={22} aria-label={t('inspector.otherLanguage')} aria-expanded={both} onClick={() => setBoth(!both)}>
        <IconLanguage size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.titles}>
      {languages.map((each, at) => (
        <OneTitle key={each} {...props} language={each} main={at === 0} both={both} toggle={at === 0 ? toggle : undefined} />
      ))}
    </div>
  );
}

interface OneProps extends Props {
  readonly language: Language;
  readonly main: boolean;
  readonly both: boolean;
  readonly toggle: React.ReactNode;
}

function OneTitle({ id, label, value, onCommit, placeholder, required = false, language, main, both, toggle }: OneProps) {
  const { t } = useSpeech();
  const commit = (text: string) => {
    const next = withTitle(value, language, text.trim(), both);
    if (next === null && required) return false;
    onCommit(next);
    return true;
  };
  const draft = useDraft({ value: titleIn(value, language, both), commit });
  const tongue = t(language === 'en' ? 'inspector.inEnglish' : 'inspector.inChinese');
  const hint = value === null ? placeholder : titleIn(value, others[language], true);
  return (
    <TextInput
      {...(main && id !== undefined ? { id } : { 'aria-label': `${label} (${tongue})` })}
      size="xs"
      maxLength={200}
      placeholder={hint}
      leftSection={both ? <span className={classes.tongue}>{language === 'en' ? 'EN' : '中'}</span> : undefined}
      rightSection={toggle}
      error={draft.refused}
      {...draft.bind}
    />
  );
}
