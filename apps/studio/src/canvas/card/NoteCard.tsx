// A note on the canvas: text beside the flow, no people.
import { useDocument } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { cardLabelId } from '../canvas-nodes.ts';
import { CardTitle } from './CardTitle.tsx';
import { CardToolbar } from './CardToolbar.tsx';
import classes from './note-card.module.css';
import type { Card } from './use-card.ts';

interface Props {
  readonly id: string;
  readonly card: Card;
  readonly selected: boolean;
}

export function NoteCard({ id, card, selected }: Props) {
  const text = useDocument((state) => {
    const value = shownFlow(state)?.nodes.find((node) => node.id === id)?.config['text'];
    return typeof value === 'string' ? value : '';
  });
  return (
    <div className={classes.note} data-selected={selected || undefined}>
      <span id={cardLabelId(id)} hidden>
        {`${card.kindName}, ${card.title}, ${text}`}
      </span>
      <CardToolbar id={id} />
      <div className={classes.title}>
        <CardTitle id={id} title={card.title} />
      </div>
      {text !== '' && <div className={classes.text}>{text}</div>}
    </div>
  );
}
