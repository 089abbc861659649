// Importing a table.

import classes from '../app/page.module.css';
import { useSpeech } from '../words/use-words.ts';

export function ImportPage() {
  const { t } = useSpeech();
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t('importing.title')}</h1>
      </header>
    </div>
  );
}
