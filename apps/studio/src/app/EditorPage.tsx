// The editor of one flow: top bar, palette, canvas, settings, results, status.
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconLayoutBottombarExpand, IconLayoutSidebarLeftExpand, IconLayoutSidebarRightExpand, IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { Panel } from '../design/Panel.tsx';
import { ConflictDialog } from '../document/ConflictDialog.tsx';
import { AutosaveContext } from '../document/use-autosave.ts';
import { useOpenFlow } from '../document/use-open-flow.ts';
import { Drawer } from '../drawer/Drawer.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { useKeyboard } from '../keyboard/use-keyboard.ts';
import { Outline } from '../outline/Outline.tsx';
import { Palette } from '../palette/Palette.tsx';
import { QuickAddMenu } from '../palette/QuickAddMenu.tsx';
import { ProblemsPanel } from '../problems/ProblemsPanel.tsx';
import { PublishDialog } from '../publish/PublishDialog.tsx';
import { TestCustomer } from '../test-customer/TestCustomer.tsx';
import { useSpeech } from '../words/use-words.ts';
import { EditorBar } from './EditorBar.tsx';
import classes from './editor.module.css';
import { Failed, Loading } from './Failed.tsx';
import { type PanelName, setPanel } from './preferences.ts';
import { StatusLine } from './StatusLine.tsx';
import { useDocument, usePreferences, useStudio, useUi } from './studio.ts';
import { useCountAnnouncements, useErrorAnnouncements } from './use-count-announcements.ts';
import { useEditorAddress } from './use-editor-address.ts';
import { useWiderThan } from './use-width.ts';

export function EditorPage() {
  const { id } = useParams({ from: '/frame/flows/$id' });
  const { t } = useSpeech();
  const { opened, autosave } = useOpenFlow(id);
  const ready = useDocument((state) => state.history?.present.id === id);
  if (opened.isError) return <Failed title={t('flows.failed')} error={opened.error} retry={() => void opened.refetch()} />;
  if (!ready) return <Loading />;
  return (
    <AutosaveContext.Provider value={autosave}>
      <ReactFlowProvider key={id}>
        <Listeners />
        <Editor />
      </ReactFlowProvider>
    </AutosaveContext.Provider>
  );
}

/** What listens to every change, apart from what is drawn: the editor itself stands still while somebody types. */
function Listeners() {
  useKeyboard();
  useEditorAddress();
  useCountAnnouncements();
  useErrorAnnouncements();
  usePageTitle();
  return null;
}

function Editor() {
  const { t } = useSpeech();
  const wide = useWiderThan(1280);
  const left = usePreferences((state) => state.left);
  const testing = useUi((state) => state.dialog === 'test');
  return (
    <div className={classes.editor}>
      <EditorBar />
      <div className={classes.body}>
        {wide && (
          <Panel name="palette" title={t('editor.palette')} head={<LeftTabs />}>
            {left === 'nodes' ? <Palette /> : <Outline />}
          </Panel>
        )}
        <div className={classes.middle} data-sheet-room>
          <div className={classes.canvas}>
            <Canvas />
            {wide ? <Opener name="palette" label={t('editor.showPalette')} icon={IconLayoutSidebarLeftExpand} /> : <AddButton />}
            <Opener name="inspector" label={t('editor.showInspector')} icon={IconLayoutSidebarRightExpand} />
            <ProblemsPanel />
          </div>
          <Panel name="drawer" title={t('editor.drawer')} bare>
            <Drawer />
          </Panel>
          <StatusLine tools={<Opener name="drawer" label={t('editor.showDrawer')} icon={IconLayoutBottombarExpand} />} />
        </div>
        {testing ? (
          <TestCustomer />
        ) : (
          <Panel name="inspector" title={t('editor.inspector')} bare>
            <Inspector />
          </Panel>
        )}
      </div>
      <QuickAddMenu />
      <ConflictDialog />
      <PublishDialog />
    </div>
  );
}

/** The left panel holds the nodes to add, or the flow as a table. */
function LeftTabs() {
  const { preferences } = useStudio();
  const { t } = useSpeech();
  const left = usePreferences((state) => state.left);
  return (
    <SegmentedControl
      size="xs"
      value={left}
      aria-label={t('editor.palette')}
      onChange={(value) => preferences.setState({ left: value === 'outline' ? 'outline' : 'nodes' })}
      data={[
        { value: 'nodes', label: t('editor.palette') },
        { value: 'outline', label: t('editor.outline') },
      ]}
    />
  );
}

/** In narrow windows the palette is a button that opens the add menu. */
function AddButton() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  return (
    <Tooltip label={t('palette.add')}>
      <ActionIcon
        className={classes.opener}
        data-panel="palette"
        size={36}
        variant="filled"
        color="accent"
        aria-label={t('palette.add')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          ui.setState({ quickAdd: { at: { x: box.right + 8, y: box.top } } });
        }}
      >
        <IconPlus size={20} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The window is called after the flow. */
function usePageTitle(): void {
  const { t, title } = useSpeech();
  const name = useDocument((state) => (state.history === null ? undefined : title(state.history.present.title)));
  useEffect(() => {
    document.title = name === undefined ? t('shell.product') : `${name} · ${t('shell.product')}`;
    return () => {
      document.title = t('shell.product');
    };
  }, [name, t]);
}

/** Opens a panel that is closed. */
function Opener({
  name,
  label,
  icon: Icon,
}: {
  readonly name: PanelName;
  readonly label: string;
  readonly icon: typeof IconLayoutBottombarExpand;
}) {
  const { preferences } = useStudio();
  const open = usePreferences((state) => state.panels[name].open);
  if (open) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon
        className={classes.opener}
        data-panel={name}
        size={28}
        variant="default"
        aria-label={label}
        onClick={() => setPanel(preferences, name, { open: true })}
      >
        <Icon size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
