// The note of a node: why it is as it is, for those who come later.
import { Textarea } from '@mantine/core';
import { setNote } from '@tierflow/flow';
import { useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useForm } from '../form/form-scope.ts';
import { useDraft } from '../form/use-draft.ts';
import classes from '../inspector.module.css';

export function NotesTab() {
  const { document } = useStudio();
  const { t } = useSpeech();
  const { node } = useForm();
  const commit = (text: string) => {
    document.run((flow) => setNote(flow, node.id, text.trim()));
    return true;
  };
  const draft = useDraft({ value: node.note ?? '', commit, multiline: true });
  return (
    <div className={classes.config}>
      <Textarea
        size="xs"
        label={t('inspector.note')}
        description={t('inspector.noteHint')}
        autosize
        minRows={6}
        maxRows={24}
        maxLength={4000}
        {...draft.bind}
      />
    </div>
  );
}
