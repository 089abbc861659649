// Which column is looked up and which one is answered.
import { NativeSelect } from '@mantine/core';
import { useSpeech } from '../../../words/use-words.ts';
import type { TwoColumns } from './columns-choice.ts';
import classes from './own-table.module.css';

interface Props {
  readonly names: readonly string[];
  readonly columns: TwoColumns;
  readonly onChoose: (columns: TwoColumns) => void;
}

export function ColumnChoice({ names, columns, onChoose }: Props) {
  const { t } = useSpeech();
  return (
    <div className={classes.columns}>
      <NativeSelect
        size="xs"
        label={t('tables.text')}
        data={[...names]}
        value={columns.text}
        onChange={(event) => onChoose({ ...columns, text: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('tables.answer')}
        data={[...names]}
        value={columns.answer}
        onChange={(event) => onChoose({ ...columns, answer: event.currentTarget.value })}
      />
    </div>
  );
}
