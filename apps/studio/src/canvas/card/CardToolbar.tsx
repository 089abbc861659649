// What can be done with a card at once: shown while it is hovered or selected.
import { IconCopy, IconTrash, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { showPeople } from '../../app/show-people.ts';
import { useStudio } from '../../app/studio.ts';
import { useEditing } from '../../app/use-editing.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './card-toolbar.module.css';

export function CardToolbar({ id }: { readonly id: string }) {
  const { ui, preferences } = useStudio();
  const { t } = useSpeech();
  const editing = useEditing();
  const tools = [
    { label: t('canvas.test'), icon: IconUserSearch, run: () => ui.setState({ dialog: 'test' }) },
    { label: t('canvas.people'), icon: IconUsers, run: () => showPeople({ ui, preferences }, { node: id, port: 'in' }) },
    { label: t('canvas.duplicate'), icon: IconCopy, run: () => editing.duplicate([id]) },
    { label: t('canvas.delete'), icon: IconTrash, run: () => editing.remove([id], []) },
  ];
  return (
    <div className={`${classes.toolbar} nodrag nopan`}>
      {tools.map(({ label, icon: Icon, run }) => (
        <button key={label} type="button" className={classes.tool} tabIndex={-1} title={label} aria-label={label} onClick={run}>
          <Icon size={15} stroke={1.75} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
