// The sets of people of a node side by side: those that arrive, those of each way out, those whose condition is unknown.
import type { NodeCount } from '@tierflow/api';
import type { PortSpec } from '@tierflow/compiler';
import { useFacts } from '../app/studio.ts';
import type { PeoplePlace } from '../app/ui-store.ts';
import { tierCount } from '../canvas/card/card-model.ts';
import { NoTierChip, TierChip } from '../design/TierChip.tsx';
import { type Speech, useSpeech } from '../words/use-words.ts';
import classes from './drawer.module.css';

interface Props {
  readonly place: PeoplePlace;
  readonly onChoose: (place: PeoplePlace) => void;
}

export function SetBar({ place, onChoose }: Props) {
  const speech = useSpeech();
  const ports = useFacts((state) => state.compilation?.nodes.get(place.node)?.ports);
  const count = useFacts((state) => state.counts.get(place.node)?.value);
  const sets = setsOf(ports ?? [], count, speech);
  if (sets.length < 2) return null;
  return (
    <fieldset className={classes.sets} aria-label={speech.t('drawer.sets')}>
      {sets.map((set) => (
        <button
          key={set.port}
          type="button"
          className={classes.set}
          aria-pressed={set.port === place.port}
          onClick={() => onChoose({ node: place.node, port: set.port })}
        >
          {set.tier !== undefined && <TierChip place={set.tier} of={tierCount(ports ?? [])} title={set.title} />}
          {set.remainder && <NoTierChip />}
          <span>{set.title}</span>
          <b>{set.n === undefined ? '—' : speech.short(set.n)}</b>
        </button>
      ))}
    </fieldset>
  );
}

interface SetEntry {
  readonly port: string;
  readonly title: string;
  readonly n: number | undefined;
  readonly tier: number | undefined;
  readonly remainder: boolean;
}

/** A node that everybody passes has one set only. */
function setsOf(ports: readonly PortSpec[], count: NodeCount | undefined, speech: Speech): readonly SetEntry[] {
  const n = count?.n ?? undefined;
  const arriving = { port: 'in', title: speech.t('drawer.arriving'), n, tier: undefined, remainder: false };
  const only = ports.length === 1 && ports[0]?.tier === undefined && count?.ports[ports[0]?.id ?? ''] === n;
  const outs = ports.map((port) => ({
    port: port.id,
    title: portTitle(port, speech),
    n: count?.ports[port.id],
    tier: port.tier,
    remainder: port.remainder === true,
  }));
  const unknown = (count?.unknown ?? 0) === 0 ? [] : [unknownSet(count?.unknown, speech)];
  return [arriving, ...(only ? [] : outs), ...unknown];
}

function unknownSet(n: number | undefined, { t }: Speech): SetEntry {
  return { port: 'unknown', title: t('drawer.unknown'), n, tier: undefined, remainder: false };
}

/** The name of a way out. */
export function portTitle(port: PortSpec, { t, text }: Speech): string {
  if (port.title !== undefined) return text(port.title);
  if (port.remainder === true) return port.id === 'unassigned' ? t('canvas.unassigned') : t('canvas.rest');
  if (port.id === 'match') return t('drawer.match');
  return port.id === 'out' ? t('canvas.out') : port.id;
}

/** The name of a place within its node. */
export function placeTitle(port: string, ports: readonly PortSpec[], speech: Speech): string {
  if (port === 'in') return speech.t('drawer.arriving');
  if (port === 'unknown') return speech.t('drawer.unknown');
  const found = ports.find((candidate) => candidate.id === port);
  return found === undefined ? port : portTitle(found, speech);
}
