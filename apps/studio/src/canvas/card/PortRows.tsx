// Ways out of a card as rows: tiers with their chips, the remainder with its hatch, each with its own port and number.
import type { PortSpec } from '@tierflow/compiler';
import { Handle, Position } from '@xyflow/react';
import { showPeople } from '../../app/show-people.ts';
import { useStudio } from '../../app/studio.ts';
import { tierColor } from '../../design/tokens.ts';
import { useSpeech } from '../../words/use-words.ts';
import { chipLetter, shareOf, tierCount } from './card-model.ts';
import classes from './port-rows.module.css';
import type { Card } from './use-card.ts';

interface Props {
  readonly id: string;
  readonly card: Card;
}

export function PortRows({ id, card }: Props) {
  const tiers = tierCount(card.places.rows);
  return (
    <div className={classes.rows} data-compact={card.places.main !== undefined || undefined}>
      {card.places.rows.map((port) => (
        <PortRow key={port.id} id={id} card={card} port={port} tiers={tiers} />
      ))}
      {card.places.main === undefined && <StackedBar card={card} tiers={tiers} />}
    </div>
  );
}

interface RowProps extends Props {
  readonly port: PortSpec;
  readonly tiers: number;
}

function PortRow({ id, card, port, tiers }: RowProps) {
  const { ui, preferences } = useStudio();
  const speech = useSpeech();
  const name = portName(port, speech);
  const n = card.count?.ports[port.id];
  const share = shareOf(n, card.base);
  const tint = port.tier === undefined ? undefined : tierColor(port.tier, tiers).fill;
  return (
    <div className={classes.row} data-remainder={port.remainder}>
      <PortChip port={port} tiers={tiers} name={name} />
      <span className={classes.rowName} title={name}>
        {name}
      </span>
      {n === undefined ? (
        <span className={classes.rowMissing}>—</span>
      ) : (
        <button
          type="button"
          className={`${classes.rowCount} nodrag`}
          title={`${name}: ${speech.t('canvas.peopleText', { n: speech.exact(n) })}`}
          onClick={() => showPeople({ ui, preferences }, { node: id, port: port.id })}
        >
          {speech.short(n)}
        </button>
      )}
      <span className={classes.rowShare}>{share === undefined ? '' : speech.percent(share)}</span>
      <Handle
        className={classes.rowHandle}
        type="source"
        position={Position.Right}
        id={port.id}
        style={tint === undefined ? {} : ({ '--port': tint } as React.CSSProperties)}
        title={speech.t('canvas.output', { title: card.title, port: name })}
      />
    </div>
  );
}

/** The letter of a tier on its colour; a dot for other ways out; a hatch for the remainder. */
function PortChip({ port, tiers, name }: { readonly port: PortSpec; readonly tiers: number; readonly name: string }) {
  if (port.remainder === true) return <span className={classes.hatch} aria-hidden="true" />;
  if (port.tier === undefined) return <span className={classes.dot} aria-hidden="true" />;
  const { fill, text } = tierColor(port.tier, tiers);
  return (
    <span className={classes.chip} style={{ background: fill, color: text }} aria-hidden="true">
      {chipLetter(port.tier, name)}
    </span>
  );
}

function StackedBar({ card, tiers }: { readonly card: Card; readonly tiers: number }) {
  const total = card.count?.n ?? 0;
  return (
    <div className={classes.stack}>
      {total > 0 &&
        card.places.rows.map((port) => (
          <span
            key={port.id}
            className={port.remainder === true ? classes.stackRest : classes.stackPart}
            style={{
              width: `${(100 * (card.count?.ports[port.id] ?? 0)) / total}%`,
              ...(port.tier === undefined ? {} : { background: tierColor(port.tier, tiers).fill }),
            }}
          />
        ))}
    </div>
  );
}

function portName(port: PortSpec, speech: ReturnType<typeof useSpeech>): string {
  if (port.title !== undefined) return speech.text(port.title);
  if (port.remainder === true) return port.id === 'unassigned' ? speech.t('canvas.unassigned') : speech.t('canvas.rest');
  return port.id;
}
