// On which day and on which state of the data the flow is fitted and published.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Impact } from '@tierflow/api';
import { useStudio } from '../app/studio.ts';
import { instantText } from '../design/number-format.ts';
import { importedData } from '../server/data-queries.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './publish.module.css';
import type { DataChoice } from './use-outcome.ts';

interface Props {
  readonly choice: DataChoice;
  readonly outcome: Impact | undefined;
  readonly onChoose: (choice: DataChoice) => void;
}

export function ChooseData({ choice, outcome, onChoose }: Props) {
  const { t } = useSpeech();
  const states = useStates();
  const newest = states[0]?.generation ?? outcome?.generation;
  const shown = choice.generation ?? outcome?.generation ?? newest;
  return (
    <div className={classes.data}>
      <TextInput
        type="date"
        size="xs"
        label={t('publish.asOf')}
        value={choice.asOf ?? outcome?.asOf ?? ''}
        onChange={(event) => onChoose({ ...choice, asOf: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
      />
      <Select
        size="xs"
        label={t('publish.generation')}
        allowDeselect={false}
        data={states.map(({ generation, importedAt, datasets }) => ({
          value: String(generation),
          label: t(generation === newest ? 'publish.stateNow' : 'publish.state', {
            generation,
            when: instantText(importedAt),
            names: datasets.join(', '),
          }),
        }))}
        value={shown === undefined ? null : String(shown)}
        onChange={(value) => value !== null && onChoose({ ...choice, generation: Number(value) === newest ? undefined : Number(value) })}
      />
    </div>
  );
}

interface DataState {
  readonly generation: number;
  readonly importedAt: string;
  /** Data sets that this state brought. */
  readonly datasets: readonly string[];
}

/** States of the data, newest first. */
function useStates(): readonly DataState[] {
  const { server } = useStudio();
  const data = useQuery({ queryKey: ['imported', 'states'], queryFn: () => importedData(server) });
  const all = new Map<number, DataState>();
  for (const set of data.data?.details ?? []) {
    for (const { generation, importedAt } of set.generations) {
      const known = all.get(generation);
      all.set(generation, { generation, importedAt, datasets: [...(known?.datasets ?? []), set.name] });
    }
  }
  return [...all.values()].sort((a, b) => b.generation - a.generation);
}
