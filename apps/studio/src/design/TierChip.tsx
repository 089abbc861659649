// The letter of a tier on its colour. Decorative: the tier's name stands beside it or is its title.
import { chipLetter } from '../canvas/card/card-model.ts';
import classes from './tier-chip.module.css';
import { tierColor } from './tokens.ts';

interface Props {
  /** Place among the tiers, 0 best. */
  readonly place: number;
  readonly of: number;
  readonly title: string;
}

export function TierChip({ place, of, title }: Props) {
  const { fill, text } = tierColor(place, of);
  return (
    <span className={classes.chip} style={{ background: fill, color: text }} aria-hidden="true">
      {chipLetter(place, title)}
    </span>
  );
}

/** Stands where a chip would for people without a tier. */
export function NoTierChip() {
  return <span className={classes.none} aria-hidden="true" />;
}
