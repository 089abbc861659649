// A panel at an edge of the editor: resized with mouse or keys, and remembered.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutBottombarCollapse, IconLayoutSidebarLeftCollapse, IconLayoutSidebarRightCollapse } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { type PanelName, setPanel } from '../app/preferences.ts';
import { usePreferences, useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './panel.module.css';

const limits = {
  palette: { least: 180, most: 360, side: 'left', icon: IconLayoutSidebarLeftCollapse },
  inspector: { least: 280, most: 640, side: 'right', icon: IconLayoutSidebarRightCollapse },
  drawer: { least: 140, most: 620, side: 'bottom', icon: IconLayoutBottombarCollapse },
} as const;

interface Props {
  readonly name: PanelName;
  readonly title: string;
  readonly children: ReactNode;
  /** In place of the title. */
  readonly head?: ReactNode;
  /** The panel draws its own head. */
  readonly bare?: boolean;
}

/** Nothing while the panel is closed. */
export function Panel({ name, title, children, head, bare = false }: Props) {
  const { preferences } = useStudio();
  const { t } = useSpeech();
  const { open, size } = usePreferences((state) => state.panels[name]);
  const { side, icon: Icon } = limits[name];
  if (!open) return null;
  const close = (
    <Tooltip label={t('editor.hide')}>
      <ActionIcon size={24} aria-label={`${t('editor.hide')}: ${title}`} onClick={() => setPanel(preferences, name, { open: false })}>
        <Icon size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <aside
      className={classes.panel}
      data-side={side}
      data-region={name}
      aria-label={title}
      style={side === 'bottom' ? { height: size } : { width: size }}
    >
      <Edge name={name} title={title} size={size} />
      {!bare && (
        <header className={classes.head}>
          {head === undefined ? <h2 className={classes.title}>{title}</h2> : <div className={classes.title}>{head}</div>}
          {close}
        </header>
      )}
      <div className={classes.body}>{children}</div>
      {bare && <span className={classes.corner}>{close}</span>}
    </aside>
  );
}

/** The edge that is dragged. Arrow keys move it by 16. */
function Edge({ name, title, size }: { readonly name: PanelName; readonly title: string; readonly size: number }) {
  const { preferences } = useStudio();
  const { t } = useSpeech();
  const { least, most, side } = limits[name];
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const resize = (next: number) => setPanel(preferences, name, { size: Math.round(Math.max(least, Math.min(most, next))) });
  const along = (event: PointerEvent) => (side === 'bottom' ? event.clientY : event.clientX);
  const sign = side === 'left' ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const grow = { left: 'ArrowRight', right: 'ArrowLeft', bottom: 'ArrowUp' }[side];
    const shrink = { left: 'ArrowLeft', right: 'ArrowRight', bottom: 'ArrowDown' }[side];
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    resize(size + (event.key === grow ? 16 : -16));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and dragged
    <div
      className={classes.edge}
      role="separator"
      tabIndex={0}
      aria-label={t('editor.resize', { panel: title })}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) resize(start.current.size + sign * (along(event) - start.current.at));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
