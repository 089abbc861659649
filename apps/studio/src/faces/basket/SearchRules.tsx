// Which of the rules are shown: by a part of an item's name, and by what they reach at least.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { shifted } from '../../inspector/form/decimal-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import type { Looked } from './rules.ts';

interface Props {
  readonly looked: Looked;
  readonly shown: number;
  readonly of: number;
  readonly onChange: (looked: Looked) => void;
}

export function SearchRules({ looked, shown, of, onChange }: Props) {
  const { t, exact } = useSpeech();
  return (
    <search className={classes.search}>
      <TextInput
        size="xs"
        type="search"
        className={classes.text}
        aria-label={t('faces.basket.search')}
        placeholder={t('faces.basket.search')}
        leftSection={<IconSearch size={13} stroke={1.75} />}
        value={looked.text}
        onChange={(event) => onChange({ ...looked, text: event.currentTarget.value })}
      />
      <NumberControl
        label={t('faces.basket.confidenceFrom')}
        placeholder={t('faces.basket.confidenceFrom')}
        value={looked.confidence === 0 ? null : shifted(looked.confidence, 2)}
        canBeEmpty
        min={0}
        max={100}
        unit="%"
        onCommit={(value) => onChange({ ...looked, confidence: shifted(value ?? 0, -2) })}
      />
      <NumberControl
        label={t('faces.basket.liftFrom')}
        placeholder={t('faces.basket.liftFrom')}
        value={looked.lift === 0 ? null : looked.lift}
        canBeEmpty
        min={0}
        step={0.1}
        onCommit={(value) => onChange({ ...looked, lift: value ?? 0 })}
      />
      <p className={classes.shown} role="status">
        {t('faces.basket.shown', { n: exact(shown), of: exact(of) })}
      </p>
    </search>
  );
}
