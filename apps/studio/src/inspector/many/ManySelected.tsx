// Several nodes are selected: which, and what can be done with all of them.
import { Button } from '@mantine/core';
import { IconClipboardCopy, IconCopy, IconLayoutDistributeVertical, IconTrash } from '@tabler/icons-react';
import { tidy } from '@tierflow/flow';
import { useDocument, useStudio } from '../../app/studio.ts';
import { select } from '../../app/ui-store.ts';
import { useEditing } from '../../app/use-editing.ts';
import { KindTile } from '../../design/KindTile.tsx';
import { shownFlow } from '../../document/document-store.ts';
import { nodeTitle, useSpeech } from '../../words/use-words.ts';
import classes from '../inspector.module.css';
import { useNodeNumbers } from '../results/use-node-numbers.ts';

export function ManySelected({ ids }: { readonly ids: readonly string[] }) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const editing = useEditing();
  const copy = () => {
    const text = editing.copied();
    if (text !== undefined) void navigator.clipboard.writeText(text);
  };
  return (
    <section className={classes.inspector} aria-label={t('inspector.several', { count: ids.length })}>
      <header className={classes.plainHead}>
        <h2 className={classes.bigTitle}>{t('inspector.several', { count: ids.length })}</h2>
      </header>
      <div className={classes.content}>
        <ul className={classes.nodeList}>
          {ids.map((id) => (
            <NodeLine key={id} id={id} />
          ))}
        </ul>
        <div className={classes.actions}>
          <Button variant="default" leftSection={<IconCopy size={14} />} onClick={() => editing.duplicate(ids)}>
            {t('inspector.duplicate')}
          </Button>
          <Button variant="default" leftSection={<IconClipboardCopy size={14} />} onClick={copy}>
            {t('inspector.copyNodes')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconLayoutDistributeVertical size={14} />}
            onClick={() => document.run((flow) => tidy(flow, new Map(), ids))}
          >
            {t('canvas.tidy')}
          </Button>
          <Button variant="default" leftSection={<IconTrash size={14} />} onClick={() => editing.remove(ids, [])}>
            {t('inspector.delete')}
          </Button>
          <Button variant="default" leftSection={<IconTrash size={14} />} onClick={() => editing.remove(ids, [], true)}>
            {t('canvas.deleteAndReconnect')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function NodeLine({ id }: { readonly id: string }) {
  const { kinds, ui } = useStudio();
  const { language, exact } = useSpeech();
  const node = useDocument((state) => shownFlow(state)?.nodes.find((candidate) => candidate.id === id));
  const { count } = useNodeNumbers(id);
  if (node === undefined) return null;
  const kind = kinds.get(node.kind);
  return (
    <li>
      <button type="button" className={classes.nodeLine} onClick={() => select(ui, [id])}>
        {kind !== undefined && <KindTile group={kind.group} icon={kind.icon} size={20} />}
        <span className={classes.nodeLineName}>{nodeTitle(node, kind, language)}</span>
        <span className={classes.nodeLineCount}>{count?.n === undefined || count.n === null ? '—' : exact(count.n)}</span>
      </button>
    </li>
  );
}
