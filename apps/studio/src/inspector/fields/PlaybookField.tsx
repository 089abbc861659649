// Chooses one of the flow's playbooks, makes a new one, and edits the chosen one in place.
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Flow, putPlaybook } from '@tierflow/flow';
import { useDocument, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useSpeech } from '../../words/use-words.ts';
import { configCommand } from '../form/config-command.ts';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';
import classes from '../form/form.module.css';
import { newPlaybook } from '../whole-flow/new-playbook.ts';
import { PlaybookEditor } from '../whole-flow/PlaybookEditor.tsx';

export function PlaybookField({ field, path }: EditorProps<'playbook'>) {
  const { document, kinds } = useStudio();
  const { t, title } = useSpeech();
  const state = useField(field, path);
  const flow = useDocument(shownFlow);
  const playbooks = flow?.playbooks ?? [];
  const value = typeof state.value === 'string' ? state.value : '';
  const chosen = playbooks.find((playbook) => playbook.id === value);
  const create = () => {
    document.run((present: Flow) => {
      const { id } = newPlaybook(present, '');
      const made = putPlaybook(present, { id, title: t('inspector.newPlaybook') });
      return { ...made, flow: configCommand(kinds, { node: state.form.node.id, path, value: id })(made.flow).flow };
    });
  };
  const data = [
    ...(chosen === undefined ? [{ value, label: value === '' ? '—' : t('inspector.gone', { name: value }) }] : []),
    ...playbooks.map((playbook) => ({ value: playbook.id, label: title(playbook.title) })),
  ];
  return (
    <Field {...frameOf(state, path)}>
      <div className={classes.choice}>
        <NativeSelect
          id={state.id}
          className={classes.grow ?? ''}
          size="xs"
          data={data}
          value={value}
          onChange={(event) => state.set(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={create}>
          {t('inspector.newOne')}
        </Button>
      </div>
      {chosen !== undefined && <PlaybookEditor key={chosen.id} playbook={chosen} />}
    </Field>
  );
}
