// The same numbers as the bars, as a table.
import { useSpeech } from '../../words/use-words.ts';
import type { ShownColumn } from '../people/columns.ts';
import { rangeText } from './bar-text.ts';
import type { Bar } from './bars.ts';
import classes from './distribution.module.css';

interface Props {
  readonly column: ShownColumn;
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly total: number;
  readonly onOpen: (bar: Bar) => void;
}

export function BarTable({ column, title, bars, total, onOpen }: Props) {
  const speech = useSpeech();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{title}</th>
            <th>{speech.t('drawer.people')}</th>
            <th>{speech.t('drawer.share')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={`${bar.is ?? bar.from}`}>
              <td>{rangeText(bar, column, speech)}</td>
              <td>
                <button type="button" onClick={() => onOpen(bar)}>
                  {speech.exact(bar.n)}
                </button>
              </td>
              <td>{speech.percent(total === 0 ? 0 : bar.n / total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
