// Search and add at the pointer: on the empty canvas, at the end of a wire, or in the middle of one.
import { TextInput } from '@mantine/core';
import type { NodeKind } from '@tierflow/compiler';
import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStudio, useUi } from '../app/studio.ts';
import type { QuickAdd } from '../app/ui-store.ts';
import { addKind, fits } from '../canvas/adding.ts';
import { focusCanvas, useShowNode } from '../canvas/use-show-node.ts';
import { KindTile } from '../design/KindTile.tsx';
import { isComposing } from '../keyboard/typing.ts';
import { kindWord, useSpeech } from '../words/use-words.ts';
import { searchKinds } from './kind-search.ts';
import classes from './quick-add.module.css';

export function QuickAddMenu() {
  const quickAdd = useUi((state) => state.quickAdd);
  return quickAdd === null ? null : <OpenMenu key={`${quickAdd.at.x},${quickAdd.at.y}`} quickAdd={quickAdd} />;
}

function OpenMenu({ quickAdd }: { readonly quickAdd: QuickAdd }) {
  const studio = useStudio();
  const { t } = useSpeech();
  const { screenToFlowPosition } = useReactFlow();
  const show = useShowNode();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () => searchKinds(studio.kinds.values(), text).filter((kind) => fits(kind, quickAdd)),
    [studio.kinds, text, quickAdd],
  );
  const close = () => studio.ui.setState({ quickAdd: null });
  useCloseOutside(box, close);
  const add = (kind: NodeKind | undefined) => {
    if (kind === undefined) return;
    const point = screenToFlowPosition(quickAdd.at);
    const { at: _, ...place } = quickAdd;
    const shift =
      quickAdd.splice !== undefined || quickAdd.to !== undefined ? { x: quickAdd.to === undefined ? 122 : 244, y: 24 } : { x: 0, y: 24 };
    const id = addKind(studio, kind, { ...place, at: { x: point.x - shift.x, y: point.y - shift.y } });
    close();
    if (id !== undefined) show(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    }
    if (event.key === 'Enter') add(found[at]);
    if (event.key === 'Escape') {
      close();
      focusCanvas();
    }
  };
  const title =
    quickAdd.splice !== undefined
      ? t('palette.insert')
      : quickAdd.from !== undefined || quickAdd.to !== undefined
        ? t('palette.connectTo')
        : t('palette.addHere');
  return (
    <div ref={box} className={classes.menu} style={placeOf(quickAdd)} role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        placeholder={title}
        aria-label={title}
        aria-controls="quick-add-list"
        aria-activedescendant={found[at] === undefined ? undefined : `quick-add-${found[at]?.kind}`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
      />
      <KindList title={title} found={found} at={at} text={text} onPoint={setAt} onChoose={add} />
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly found: readonly NodeKind[];
  /** Index of the one that Enter adds. */
  readonly at: number;
  readonly text: string;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (kind: NodeKind) => void;
}

function KindList({ title, found, at, text, onPoint, onChoose }: ListProps) {
  const { t, language } = useSpeech();
  return (
    <div id="quick-add-list" className={classes.list} role="listbox" aria-label={title}>
      {found.map((kind, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field above holds the focus and the keys
        <div
          key={kind.kind}
          id={`quick-add-${kind.kind}`}
          className={classes.item}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          data-kind={kind.kind}
          ref={index === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          onMouseMove={() => onPoint(index)}
          onClick={() => onChoose(kind)}
        >
          <KindTile group={kind.group} icon={kind.icon} />
          <span className={classes.words}>
            <span>{kindWord(kind, 'name', language)}</span>
            <span className={classes.about}>{kindWord(kind, 'about', language)}</span>
          </span>
        </div>
      ))}
      {found.length === 0 && <p className={classes.none}>{t('palette.none', { text })}</p>}
    </div>
  );
}

/** Stays inside the window. */
function placeOf({ at }: QuickAdd) {
  return { left: Math.max(8, Math.min(at.x, window.innerWidth - 308)), top: Math.max(8, Math.min(at.y, window.innerHeight - 360)) };
}

function useCloseOutside(box: React.RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) latest.current();
    };
    window.addEventListener('pointerdown', onDown, true);
    return () => window.removeEventListener('pointerdown', onDown, true);
  }, [box]);
}
