// Importing a table.
import { useSpeech } from '../words/use-words.ts';
import classes from '../app/page.module.css';

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
