// The coloured tile with the icon of a node kind.
import type { NodeGroup } from '@tierflow/compiler';
import { iconOf } from './kind-icons.ts';
import classes from './kind-tile.module.css';
import { color } from './tokens.ts';

interface Props {
  readonly group: NodeGroup;
  readonly icon: string;
  readonly size?: number;
}

/** A tile of 20 px unless told otherwise. Decorative: the name stands beside it. */
export function KindTile({ group, icon, size = 20 }: Props) {
  const Glyph = iconOf(icon);
  return (
    <span className={classes.tile} style={{ width: size, height: size, background: color(`kind-${group}`) }} aria-hidden="true">
      <Glyph size={Math.round(size * 0.7)} stroke={2} />
    </span>
  );
}
