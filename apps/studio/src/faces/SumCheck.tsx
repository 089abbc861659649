// Says that the rows of a table are everybody who arrives, once they are.
import { IconCheck } from '@tabler/icons-react';
import { useSpeech } from '../words/use-words.ts';
import classes from './entry.module.css';

interface Props {
  readonly sum: number;
  readonly arrive: number | undefined;
  readonly current: boolean;
}

export function SumCheck({ sum, arrive, current }: Props) {
  const { t, exact } = useSpeech();
  if (!current || sum !== arrive) return null;
  return (
    <span className={classes.checked}>
      <IconCheck size={13} stroke={2} aria-hidden="true" />
      {t('faces.sum', { n: exact(sum) })}
    </span>
  );
}
