// The canvas: cards, edges, and what the mouse does to them. Keys are handled by the keyboard folder.
import { Background, BackgroundVariant, type EdgeTypes, MiniMap, type NodeTypes, ReactFlow, SelectionMode } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import { useDocument, usePreferences } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';
import { useSpeech } from '../words/use-words.ts';
import { CanvasBar } from './CanvasBar.tsx';
import classes from './canvas.module.css';
import { NodeCard } from './card/NodeCard.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { ConnectionLine } from './edge/ConnectionLine.tsx';
import { EdgePills } from './edge/EdgePills.tsx';
import { EdgeContext, useEdgeStore } from './edge/edge-store.ts';
import { PeopleEdge } from './edge/PeopleEdge.tsx';
import { Legend } from './Legend.tsx';
import { MoreToSee } from './MoreToSee.tsx';
import { useCanvasEvents } from './use-canvas-events.ts';
import { useCanvasState } from './use-canvas-state.ts';
import { useFirstView } from './use-first-view.ts';
import { useMiniColor } from './use-mini-color.ts';

const nodeTypes: NodeTypes = { card: NodeCard };
const edgeTypes: EdgeTypes = { people: PeopleEdge };
const miniSize = { width: 160, height: 100 };

export function Canvas() {
  const edgeStore = useEdgeStore();
  const state = useCanvasState();
  const events = useCanvasEvents(state.setNodes);
  const scheme = usePreferences((preferences) => preferences.theme);
  const minimap = usePreferences((preferences) => preferences.minimap);
  const empty = useDocument((document) => shownFlow(document)?.nodes.length === 0);
  const { t } = useSpeech();
  const labels = useMemo(() => ({ 'minimap.ariaLabel': t('canvas.minimap') }), [t]);
  const colorOf = useMiniColor();
  const beginning = useFirstView();
  return (
    <EdgeContext.Provider value={edgeStore}>
      <section className={classes.canvas} data-region="canvas" tabIndex={-1} aria-label={t('canvas.region')} {...events.surface}>
        <ReactFlow
          nodes={state.nodes}
          edges={state.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          {...events.flow}
          colorMode={scheme === 'auto' ? 'system' : scheme}
          connectionLineComponent={ConnectionLine}
          connectionRadius={28}
          deleteKeyCode={null}
          disableKeyboardA11y
          minZoom={0.15}
          maxZoom={2}
          panOnScroll
          panOnDrag={[1]}
          selectionOnDrag
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          zoomOnDoubleClick={false}
          nodeDragThreshold={3}
          elevateNodesOnSelect
          ariaLabelConfig={labels}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
          <EdgePills />
          {minimap && !empty && (
            <MiniMap
              className={classes.minimap}
              style={miniSize}
              pannable
              zoomable
              nodeColor={colorOf}
              nodeBorderRadius={6}
              nodeStrokeWidth={0}
            />
          )}
        </ReactFlow>
        <CanvasBar />
        <Legend />
        <MoreToSee beginning={beginning} />
        {empty === true && <EmptyCanvas />}
      </section>
    </EdgeContext.Provider>
  );
}
