// The nodes there are, by task: dragged onto the canvas, or added with Enter.
import { TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { NodeKind } from '@tierflow/compiler';
import { useReactFlow } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useStudio } from '../app/studio.ts';
import { addKind } from '../canvas/adding.ts';
import { dragType } from '../canvas/use-canvas-events.ts';
import { KindTile } from '../design/KindTile.tsx';
import { isComposing } from '../keyboard/typing.ts';
import { kindWord, useSpeech } from '../words/use-words.ts';
import { groups, searchKinds } from './kind-search.ts';
import classes from './palette.module.css';

export function Palette() {
  const { kinds } = useStudio();
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const add = useAddToView();
  const found = useMemo(() => searchKinds(kinds.values(), text), [kinds, text]);
  return (
    <div className={classes.palette} data-region="palette">
      <TextInput
        size="xs"
        leftSection={<IconSearch size={14} />}
        placeholder={t('palette.search')}
        aria-label={t('palette.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === 'Enter' && !isComposing(event.nativeEvent) && first !== undefined && text !== '') add(first);
          if (event.key === 'Escape') setText('');
        }}
      />
      <div className={classes.groups}>
        {groups.map((group) => {
          const own = found.filter((kind) => kind.group === group);
          return own.length === 0 ? null : (
            <section key={group} aria-label={t(`palette.${group}`)}>
              <h3 className={classes.group}>{t(`palette.${group}`)}</h3>
              {own.map((kind) => (
                <PaletteItem key={kind.kind} kind={kind} onAdd={() => add(kind)} />
              ))}
            </section>
          );
        })}
        {found.length === 0 && <p className={classes.none}>{t('palette.none', { text })}</p>}
      </div>
    </div>
  );
}

function PaletteItem({ kind, onAdd }: { readonly kind: NodeKind; readonly onAdd: () => void }) {
  const { t, language } = useSpeech();
  const name = kindWord(kind, 'name', language);
  return (
    <Tooltip label={<KindHint kind={kind} hint={t('palette.dragHint')} />} position="right" openDelay={500}>
      <button
        type="button"
        className={classes.item}
        draggable
        data-kind={kind.kind}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, kind.kind);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={(event) => {
          // A click with the mouse begins a drag or does nothing; the keyboard and a double click add.
          if (event.detail === 0 || event.detail === 2) onAdd();
        }}
      >
        <KindTile group={kind.group} icon={kind.icon} />
        <span className={classes.name}>{name}</span>
      </button>
    </Tooltip>
  );
}

function KindHint({ kind, hint }: { readonly kind: NodeKind; readonly hint: string }) {
  const { language } = useSpeech();
  return (
    <span className={classes.hint}>
      <span>{kindWord(kind, 'about', language)}</span>
      <span className={classes.how}>{hint}</span>
    </span>
  );
}

/** Adds in the middle of what is seen, after the selected node where one is. */
function useAddToView(): (kind: NodeKind) => void {
  const studio = useStudio();
  const { screenToFlowPosition, getNode } = useReactFlow();
  return (kind) => {
    const region = globalThis.document.querySelector('[data-region="canvas"]')?.getBoundingClientRect();
    const centre = region === undefined ? { x: 400, y: 300 } : { x: region.x + region.width / 2, y: region.y + region.height / 2 };
    const [only, ...more] = studio.ui.getState().selectedNodes;
    const before = only === undefined || more.length > 0 ? undefined : getNode(only);
    const facts = before === undefined ? undefined : studio.factsStore.getState().compilation?.nodes.get(before.id);
    const port = facts?.ports[0]?.id;
    if (before !== undefined && port !== undefined && kind.input !== 'none') {
      addKind(studio, kind, { at: { x: before.position.x + 356, y: before.position.y }, from: { node: before.id, port } });
      return;
    }
    const at = screenToFlowPosition(centre);
    addKind(studio, kind, { at: { x: at.x - 122, y: at.y - 58 } });
  };
}
