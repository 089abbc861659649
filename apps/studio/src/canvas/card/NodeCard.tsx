// A node on the canvas: what it is, what it does, how many people it holds.
import type { PortSpec } from '@tierflow/compiler';
import { Handle, type NodeProps, Position, useUpdateNodeInternals } from '@xyflow/react';
import { memo, useEffect, useState } from 'react';
import { KindTile } from '../../design/KindTile.tsx';
import { TestBadge } from '../../test-customer/TestBadge.tsx';
import { useSpeech } from '../../words/use-words.ts';
import type { CardNode } from '../canvas-nodes.ts';
import { CardBadges } from './CardBadges.tsx';
import { CardCount } from './CardCount.tsx';
import { CardLabel } from './CardLabel.tsx';
import { CardTitle } from './CardTitle.tsx';
import { CardToolbar } from './CardToolbar.tsx';
import classes from './card.module.css';
import { NoteCard } from './NoteCard.tsx';
import { PortRows } from './PortRows.tsx';
import { type Card, useCard } from './use-card.ts';
import { useTargetRefusal } from './use-target-refusal.ts';

export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps<CardNode>) {
  const card = useCard(id);
  const refusal = useTargetRefusal(id);
  const { t } = useSpeech();
  usePortsMeasured(id, card);
  // Tools exist only where they can be used: two hundred cards carry none.
  const [near, setNear] = useState(false);
  if (card === undefined) return null;
  if (card.kind?.group === 'canvas') return <NoteCard id={id} card={card} selected={selected} />;
  const { kind, facts } = card;
  const summary = card.problem?.text ?? card.summary;
  return (
    <div
      className={classes.card}
      data-selected={selected || undefined}
      data-computing={card.computing || undefined}
      data-stale={card.stale || undefined}
      data-problem={card.problem?.severity}
      data-path={card.path}
      data-refused={refusal?.text}
      data-target={refusal?.open || undefined}
      data-far={card.far || undefined}
      title={refusal?.text}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      style={{ '--kind': `var(--tf-kind-${kind?.group ?? 'canvas'})` } as React.CSSProperties}
    >
      <CardLabel id={id} card={card} />
      {card.path === 'on' && <TestBadge node={id} />}
      {(selected || near) && <CardToolbar id={id} />}
      <div className={classes.head}>
        {kind !== undefined && <KindTile group={kind.group} icon={kind.icon} />}
        <CardTitle id={id} title={card.title} />
        <span className={classes.kind}>{card.kindName}</span>
        <CardBadges card={card} />
      </div>
      <div className={classes.summary} data-problem={card.problem?.severity} title={summary}>
        {summary}
      </div>
      {card.inputs > 1 && !card.far && <span className={classes.inputs}>{t('canvas.anyOf', { n: card.inputs })}</span>}
      {card.places.main !== undefined || card.places.rows.length === 0 || kind?.input === 'none' ? <CardCount id={id} card={card} /> : null}
      {card.places.rows.length > 0 && <PortRows id={id} card={card} />}
      {kind?.input !== 'none' && (
        <Handle
          className={classes.handle}
          type="target"
          position={Position.Left}
          id="in"
          style={{ top: 24 }}
          title={t('canvas.input', { title: card.title })}
        />
      )}
      {card.places.main !== undefined && <MainPort port={card.places.main} title={card.title} />}
      {facts === undefined && kind === undefined && <div className={classes.unknownKind}>{t('canvas.unknownKind')}</div>}
    </div>
  );
});

/** Tells the library to look where the ports are when there are others, or when they may have moved. */
function usePortsMeasured(id: string, card: Card | undefined): void {
  const measure = useUpdateNodeInternals();
  const ports = `${card?.facts?.ports.map((port) => port.id).join(' ')} ${card?.kind?.input} ${card?.far}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ports are what is looked at
  useEffect(() => measure(id), [measure, id, ports]);
}

function MainPort({ port, title }: { readonly port: PortSpec; readonly title: string }) {
  const { t, text } = useSpeech();
  const name = port.title === undefined ? t('canvas.out') : text(port.title);
  return (
    <Handle
      className={classes.handle}
      type="source"
      position={Position.Right}
      id={port.id}
      style={{ top: 24 }}
      title={t('canvas.output', { title, port: name })}
    />
  );
}
