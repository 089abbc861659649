// The line below the drawer: how many, of what, as of when, how sure, how fast, of which state of the data.
import { useSpeech } from '../words/use-words.ts';
import classes from './drawer.module.css';

interface Props {
  readonly label: string;
  /** Null where it was not counted. */
  readonly total: number | null;
  readonly asOf: string;
  readonly generation: number;
  readonly milliseconds: number;
  readonly computing: boolean;
}

export function SetStatus({ label, total, asOf, generation, milliseconds, computing }: Props) {
  const { t, exact, duration } = useSpeech();
  return (
    <footer className={classes.status} data-total={total ?? undefined} data-computing={computing || undefined}>
      <span>{total === null ? label : t('drawer.of', { count: total, n: exact(total), set: label })}</span>
      <span>{computing ? t('editor.computing') : t('editor.exact')}</span>
      <span>{t('drawer.asOf', { day: asOf })}</span>
      <span>{t('drawer.generation', { generation })}</span>
      {!computing && <span>{duration(milliseconds)}</span>}
    </footer>
  );
}
