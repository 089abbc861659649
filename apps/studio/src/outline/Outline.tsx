// The flow as a table in flow order: the same nodes, numbers and commands as the canvas, without a picture.
import { ActionIcon, Menu } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconDots } from '@tabler/icons-react';
import type { Diagnostic } from '@tierflow/definition';
import { connect, connectRefusal, disconnect, type Flow, type FlowEdge, type FlowNode, flowOrder, portOf } from '@tierflow/flow';
import { useMemo } from 'react';
import { useDocument, useFacts, useStudio, useUi } from '../app/studio.ts';
import { select } from '../app/ui-store.ts';
import { useEditing } from '../app/use-editing.ts';
import { portIn } from '../canvas/adding.ts';
import { cardNumber } from '../canvas/card/card-model.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { KindTile } from '../design/KindTile.tsx';
import { shownFlow } from '../document/document-store.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import classes from './outline.module.css';

export function Outline() {
  const { t } = useSpeech();
  const flow = useDocument(shownFlow);
  const order = useMemo(() => (flow === null ? [] : flowOrder(flow)), [flow]);
  if (flow === null) return null;
  return (
    <div className={classes.outline} data-region="outline">
      <table>
        <caption className="tf-visually-hidden">{t('outline.title')}</caption>
        <colgroup>
          <col />
          <col className={classes.wide} />
          <col className={classes.narrow} />
        </colgroup>
        <thead className="tf-visually-hidden">
          <tr>
            <th scope="col">{t('outline.node')}</th>
            <th scope="col">{t('outline.people')}</th>
            <th scope="col">{t('outline.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {order.map((id) => {
            const node = flow.nodes.find((candidate) => candidate.id === id);
            return node === undefined ? null : <OutlineRow key={id} flow={flow} node={node} />;
          })}
        </tbody>
      </table>
      {order.length === 0 && <p className={classes.none}>{t('canvas.empty')}</p>}
    </div>
  );
}

interface RowProps {
  readonly flow: Flow;
  readonly node: FlowNode;
}

function OutlineRow({ flow, node }: RowProps) {
  const { ui, kinds } = useStudio();
  const { t, short } = useSpeech();
  const titleOf = useNodeTitle();
  const show = useShowNode();
  const selected = useUi((state) => state.selectedNodes.has(node.id));
  const count = useFacts((state) => cardNumber(state.counts.get(node.id)?.value, state.compilation?.nodes.get(node.id)?.ports ?? []));
  const current = useFacts((state) => state.counts.get(node.id)?.print === state.prints.get(node.id));
  const blocked = useFacts((state) => state.compilation?.nodes.get(node.id)?.blockedBy !== undefined);
  const worst = useFacts((state) => worstOf(state.diagnostics, node.id));
  const kind = kinds.get(node.kind);
  const sources = [...new Set(flow.edges.filter((edge) => edge.to === node.id).map((edge) => titleOf(flow, edge.from)))];
  return (
    <tr data-selected={selected || undefined}>
      <th scope="row">
        <button
          type="button"
          className={classes.node}
          aria-pressed={selected}
          onClick={(event) => {
            select(ui, [node.id]);
            show(node.id, event.detail > 1);
          }}
        >
          {kind !== undefined && <KindTile group={kind.group} icon={kind.icon} size={18} />}
          <span className={classes.words}>
            <span className={classes.title}>{titleOf(flow, node.id)}</span>
            {sources.length > 0 && <span className={classes.from}>{t('outline.after', { nodes: sources.join(', ') })}</span>}
          </span>
          {worst === 'error' && <IconAlertCircleFilled size={14} className={classes.error} role="img" aria-label={t('problems.error')} />}
          {worst === 'warning' && (
            <IconAlertTriangleFilled size={14} className={classes.warning} role="img" aria-label={t('problems.warning')} />
          )}
        </button>
      </th>
      <td className={classes.count} data-computing={(!current && !blocked) || undefined}>
        {kind?.group === 'canvas' ? '' : blocked || count === null ? '—' : short(count)}
      </td>
      <td>
        <RowMenu flow={flow} node={node} />
      </td>
    </tr>
  );
}

function RowMenu({ flow, node }: RowProps) {
  const { document, kinds, factsStore } = useStudio();
  const { t, text } = useSpeech();
  const titleOf = useNodeTitle();
  const editing = useEditing();
  const ports = factsStore.getState().compilation?.nodes.get(node.id)?.ports ?? [];
  const from = (port: string): FlowEdge => ({ from: node.id, ...portIn(port), to: '' });
  const ways = ports.flatMap((port) =>
    flow.nodes
      .filter((to) => kinds.get(to.kind)?.input !== 'none' && connectRefusal(flow, { ...from(port.id), to: to.id }) === undefined)
      .map((to) => ({ edge: { ...from(port.id), to: to.id }, port: port.title === undefined ? port.id : text(port.title) })),
  );
  const out = flow.edges.filter((edge) => edge.from === node.id);
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('outline.actionsFor', { title: titleOf(flow, node.id) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {ways.length > 0 && <Menu.Label>{t('outline.connect')}</Menu.Label>}
        {ways.map(({ edge, port }) => (
          <Menu.Item key={`${portOf(edge)}>${edge.to}`} onClick={() => document.run((present) => connect(present, edge))}>
            {ports.length > 1 ? t('outline.wayTo', { port, title: titleOf(flow, edge.to) }) : titleOf(flow, edge.to)}
          </Menu.Item>
        ))}
        {out.length > 0 && <Menu.Label>{t('outline.disconnect')}</Menu.Label>}
        {out.map((edge) => (
          <Menu.Item key={`${portOf(edge)}>${edge.to}`} onClick={() => document.run((present) => disconnect(present, [edge]))}>
            {titleOf(flow, edge.to)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => editing.duplicate([node.id])}>{t('canvas.duplicate')}</Menu.Item>
        <Menu.Item onClick={() => editing.remove([node.id], [])}>{t('canvas.delete')}</Menu.Item>
        <Menu.Item onClick={() => editing.remove([node.id], [], true)}>{t('canvas.deleteAndReconnect')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function worstOf(diagnostics: readonly Diagnostic[], id: string): 'error' | 'warning' | undefined {
  const own = diagnostics.filter((diagnostic) => diagnostic.at.node === id);
  if (own.some((diagnostic) => diagnostic.severity === 'error')) return 'error';
  return own.some((diagnostic) => diagnostic.severity === 'warning') ? 'warning' : undefined;
}
