// People of each province as a map of tiles: darker is more. One tile has the focus, arrow keys go on; or as a plain table, the most first.
import { Switch, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from './lookup.module.css';
import { provinceTiles, type Tile, tileTowards } from './province-tiles.ts';

export interface ProvincePeople {
  readonly tile: Tile;
  readonly title: string;
  readonly n: number;
  /** Among those who are in a province. */
  readonly share: number;
}

interface Props {
  readonly people: readonly ProvincePeople[];
  readonly label: string;
  readonly stale: boolean;
}

export function ProvinceMap({ people, label, stale }: Props) {
  const { t } = useSpeech();
  const [plain, setPlain] = useState(false);
  return (
    <div className={classes.map} data-stale={stale || undefined}>
      {plain ? <ProvinceTable people={people} label={label} /> : <Tiles people={people} label={label} />}
      <Switch size="xs" label={t('faces.rfm.asTable')} checked={plain} onChange={(event) => setPlain(event.currentTarget.checked)} />
    </div>
  );
}

function Tiles({ people, label }: Omit<Props, 'stale'>) {
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

function ProvinceTable({ people, label }: Omit<Props, 'stale'>) {
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
