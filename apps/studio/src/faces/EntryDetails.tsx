// The rest of a tier or a stage: its name per language, and the id other systems know it by.
import { Button, TextInput } from '@mantine/core';
import type { Json } from '@tierflow/definition';
import type { Title } from '@tierflow/flow';
import { TitleControl } from '../inspector/fields/TitleControl.tsx';
import { useForm } from '../inspector/form/form-scope.ts';
import { useDraft } from '../inspector/form/use-draft.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './entry.module.css';

interface Props {
  readonly path: string;
  readonly label: string;
  readonly entry: { readonly id: string; readonly title: Title | null };
  readonly onClose: () => void;
}

export function EntryDetails({ path, label, entry, onClose }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  const commit = (text: string) => {
    form.set(`${path}.id`, text.trim());
    return true;
  };
  const id = useDraft({ value: entry.id, commit });
  return (
    <div className={classes.details}>
      <TitleControl
        label={label}
        value={entry.title}
        onCommit={(title) => form.set(`${path}.title`, title === null ? undefined : (title as Json))}
      />
      <TextInput
        size="xs"
        label={form.word('label.id')}
        description={form.word('label.id.help')}
        maxLength={64}
        data-field={`${path}.id`}
        {...id.bind}
      />
      <Button size="compact-xs" variant="subtle" onClick={onClose}>
        {t('shell.close')}
      </Button>
    </div>
  );
}
