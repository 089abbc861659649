// The line where a class ends: dragged up and down, stepped with the arrow keys, read out with its people.
import { shifted } from '../../inspector/form/decimal-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useGrip } from '../use-grip.ts';
import classes from './abc.module.css';
import { step } from './class-shares.ts';
import type { ClassView } from './use-classes.ts';

interface Props {
  readonly of: ClassView;
  readonly line: number;
  /** Pixels from the top. */
  readonly top: number;
  /** Share of the people who bring what the line was counted at. */
  readonly reached: number;
  /** The flag stands aside, because another one is near. */
  readonly aside: boolean;
  readonly bounds: readonly [number, number];
  readonly valueAt: (pixels: number) => number;
  readonly onMove: (share: number) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

export function ShareLine({ of, line, top, reached, aside, bounds, valueAt, onMove, onKeep, onDrop }: Props) {
  const { t, exact, percent } = useSpeech();
  const { handlers, onKeyDown, settle } = useGrip({
    axis: 'y',
    line,
    place: top,
    step,
    bounds,
    valueAt,
    fixed: false,
    onMove,
    onKeep,
    onDrop,
  });
  // What is read out belongs together: the line as counted, and its people.
  const counted = of.end ?? line;
  const said = t('faces.abc.line', {
    letter: of.letter,
    share: percent(counted),
    n: of.n === undefined ? '—' : exact(of.n),
    people: percent(reached),
  });
  return (
    <div
      className={classes.line}
      data-class={of.letter}
      data-aside={aside || undefined}
      style={{ top, '--tier': of.fill, '--tier-ink': of.text } as React.CSSProperties}
      role="slider"
      tabIndex={0}
      aria-label={t('faces.abc.lineOf', { letter: of.letter })}
      aria-valuemin={shifted(bounds[0], 2)}
      aria-valuemax={shifted(bounds[1], 2)}
      aria-valuenow={shifted(counted, 2)}
      aria-valuetext={said}
      aria-orientation="vertical"
      title={said}
      {...handlers}
      onKeyDown={onKeyDown}
      onBlur={settle}
    >
      <span className={classes.flag}>
        {of.letter} {shifted(line, 2)}%
      </span>
    </div>
  );
}
