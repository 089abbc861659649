// The head of a node's settings: icon, name, kind, menu.
import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconHelp, IconTrash, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { renameNode } from '@tierflow/flow';
import { useState } from 'react';
import { showPeople } from '../../app/show-people.ts';
import { useStudio } from '../../app/studio.ts';
import { useEditing } from '../../app/use-editing.ts';
import { KindTile } from '../../design/KindTile.tsx';
import { useSpeech } from '../../words/use-words.ts';
import { titleIn, withTitle } from '../fields/title-text.ts';
import { useForm } from '../form/form-scope.ts';
import { useDraft } from '../form/use-draft.ts';
import { HelpDialog } from '../help/HelpDialog.tsx';
import { hasHelp } from '../help/help-pages.ts';
import classes from '../inspector.module.css';

export function NodeHeader() {
  const { kind, word } = useForm();
  const [help, setHelp] = useState(false);
  return (
    <header className={classes.head}>
      <KindTile group={kind.group} icon={kind.icon} size={28} />
      <div className={classes.names}>
        <NodeName />
        <span className={classes.kindName} title={word('about')}>
          {word('name')}
        </span>
      </div>
      <NodeMenu onHelp={() => setHelp(true)} />
      <HelpDialog kind={kind} open={help} onClose={() => setHelp(false)} />
    </header>
  );
}

/** The name; emptied, the card shows the kind's name. */
function NodeName() {
  const { document } = useStudio();
  const { t, language } = useSpeech();
  const { node, word } = useForm();
  const value = node.title ?? null;
  const commit = (text: string) => {
    document.run((flow) => renameNode(flow, node.id, withTitle(value, language, text.trim(), false)));
    return true;
  };
  const draft = useDraft({ value: titleIn(value, language, false), commit });
  return (
    <input className={classes.nameField} aria-label={t('inspector.name')} placeholder={word('name')} maxLength={200} {...draft.bind} />
  );
}

function NodeMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { ui, preferences } = useStudio();
  const { t } = useSpeech();
  const { node, kind } = useForm();
  const editing = useEditing();
  const drawn = kind.group !== 'canvas';
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon className={classes.menu} size={26} aria-label={t('inspector.menu')}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {hasHelp(kind.kind) && (
          <Menu.Item leftSection={<IconHelp size={14} />} onClick={onHelp}>
            {t('inspector.help')}
          </Menu.Item>
        )}
        {drawn && (
          <Menu.Item leftSection={<IconUsers size={14} />} onClick={() => showPeople({ ui, preferences }, { node: node.id, port: 'in' })}>
            {t('canvas.people')}
          </Menu.Item>
        )}
        {drawn && (
          <Menu.Item leftSection={<IconUserSearch size={14} />} onClick={() => ui.setState({ dialog: 'test' })}>
            {t('canvas.test')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => editing.duplicate([node.id])}>
          {t('inspector.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => editing.remove([node.id], [])}>
          {t('inspector.delete')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => editing.remove([node.id], [], true)}>
          {t('canvas.deleteAndReconnect')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
