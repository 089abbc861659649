// What the percentages refer to. One base at a time, everywhere.
import { SegmentedControl } from '@mantine/core';
import type { PercentBase } from '../app/preferences.ts';
import { useFacts, usePreferences, useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './canvas.module.css';

export function Legend() {
  const { preferences } = useStudio();
  const { t, exact } = useSpeech();
  const base = usePreferences((state) => state.base);
  const customers = useFacts((state) => state.preview.answer?.customers);
  return (
    <div className={classes.legend}>
      <span className={classes.legendText}>{t('canvas.base')}</span>
      <SegmentedControl
        size="xs"
        value={base}
        aria-label={t('canvas.base')}
        onChange={(value) => preferences.setState({ base: value as PercentBase })}
        data={[
          { value: 'all', label: t('canvas.baseAll') },
          { value: 'input', label: t('canvas.baseInput') },
        ]}
      />
      {base === 'all' && customers !== undefined && (
        <span className={classes.legendText}>{t('editor.customers', { n: exact(customers) })}</span>
      )}
    </div>
  );
}
