// Values with their bars, one below the other; a click shows the people.
import { useSpeech } from '../../words/use-words.ts';
import type { ShownColumn } from '../people/columns.ts';
import { rangeText } from './bar-text.ts';
import type { Bar } from './bars.ts';
import classes from './distribution.module.css';

interface Props {
  readonly column: ShownColumn;
  readonly bars: readonly Bar[];
  readonly total: number;
  readonly onOpen: (bar: Bar) => void;
}

export function ListBars({ column, bars, total, onOpen }: Props) {
  const speech = useSpeech();
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <ul className={classes.list}>
      {bars.map((bar) => (
        <li key={`${bar.is}`}>
          <button type="button" className={classes.line} onClick={() => onOpen(bar)}>
            <span className={classes.lineName} data-missing={bar.is === null || undefined}>
              {rangeText(bar, column, speech)}
            </span>
            <span className={classes.lineBar}>
              <i style={{ width: `${(100 * bar.n) / most}%` }} data-missing={bar.is === null || undefined} />
            </span>
            <b>{speech.exact(bar.n)}</b>
            <span className={classes.lineShare}>{speech.percent(total === 0 ? 0 : bar.n / total)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
