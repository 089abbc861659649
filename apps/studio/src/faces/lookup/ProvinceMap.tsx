// People of each province as a map of tiles: darker is more. One tile has the focus, arrow keys go on; or as a plain table, the
// most first. A tile that is chosen leads to a filter for its people.
import { Button, Switch, VisuallyHidden } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from './lookup.module.css';
import { provinceTiles, type Tile, tileTowards } from './province-tiles.ts';

export interface ProvincePeople {
  readonly tile: Tile;
  /** As the column has it. */
  readonly value: string;
  readonly title: string;
  readonly n: number;
  /** Among those who are in a province. */
  readonly share: number;
}

interface Props {
  readonly people: readonly ProvincePeople[];
  readonly label: string;
  readonly stale: boolean;
  readonly onKeep: (place: ProvincePeople) => void;
}

export function ProvinceMap({ people, label, stale, onKeep }: Props) {
  const { t } = useSpeech();
  const [plain, setPlain] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const place = people.find(({ tile }) => tile.name === chosen);
  return (
    <div className={classes.map} data-stale={stale || undefined}>
      {plain ? (
        <ProvinceTable people={people} label={label} />
      ) : (
        <Tiles people={people} label={label} chosen={chosen} onChoose={setChosen} />
      )}
      {!plain && place !== undefined && <Chosen place={place} onKeep={onKeep} />}
      <Switch size="xs" label={t('faces.rfm.asTable')} checked={plain} onChange={(event) => setPlain(event.currentTarget.checked)} />
    </div>
  );
}

function Chosen({ place, onKeep }: { readonly place: ProvincePeople; readonly onKeep: Props['onKeep'] }) {
  const { t, exact, percent } = useSpeech();
  return (
    <div className={classes.chosen}>
      <span role="status">
        {place.title}: {exact(place.n)} ({percent(place.share)})
      </span>
      <Button size="compact-xs" variant="default" leftSection={<IconFilter size={13} aria-hidden="true" />} onClick={() => onKeep(place)}>
        {t('regions.only')}
      </Button>
    </div>
  );
}

interface TilesProps extends Pick<Props, 'people' | 'label'> {
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
}

function Tiles({ people, label, chosen, onChoose }: TilesProps) {
  const { exact, short, percent } = useSpeech();
  const area = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState(provinceTiles[0]?.name);
  const most = Math.max(1, ...people.map(({ n }) => n));
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = provinceTiles.find(({ name }) => name === focused);
    const next = from === undefined ? undefined : tileTowards(event.key, from);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    area.current?.querySelector<HTMLElement>(`[data-tile="${next.name}"]`)?.focus();
  };
  return (
    <ul className={classes.tiles} aria-label={label} ref={area} onKeyDown={onKeyDown}>
      {people.map(({ tile, title, n, share }) => {
        const called = title === tile.name ? '' : `${title}, `;
        return (
          <li key={tile.name} style={{ gridRow: tile.down + 1, gridColumn: tile.across + 1 }}>
            <button
              type="button"
              className={classes.tile}
              data-tile={tile.name}
              data-none={n === 0 || undefined}
              aria-pressed={tile.name === chosen}
              onClick={() => onChoose(tile.name === chosen ? null : tile.name)}
              tabIndex={tile.name === focused ? 0 : -1}
              title={`${title}: ${exact(n)} (${percent(share)})`}
              style={{ '--heat': `${Math.round((55 * n) / most)}%` } as React.CSSProperties}
              onFocus={() => setFocused(tile.name)}
            >
              <span className={classes.tileName}>{tile.name}</span>
              <span className={classes.tileCount}>{short(n)}</span>
              <VisuallyHidden>{` (${called}${percent(share)})`}</VisuallyHidden>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function ProvinceTable({ people, label }: Pick<Props, 'people' | 'label'>) {
  const { exact, percent } = useSpeech();
  return (
    <table className={classes.plain} aria-label={label}>
      <tbody>
        {people
          .toSorted((a, b) => b.n - a.n)
          .map(({ tile, title, n, share }) => (
            <tr key={tile.name}>
              <th scope="row">{title}</th>
              <td>{exact(n)}</td>
              <td className={classes.share}>{percent(share)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
