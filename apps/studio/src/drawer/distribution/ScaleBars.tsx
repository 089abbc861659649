// Bars along a scale: hover or walk with the arrow keys to read one, click or Enter for its people.
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import type { ShownColumn } from '../people/columns.ts';
import { rangeText } from './bar-text.ts';
import type { Bar } from './bars.ts';
import classes from './distribution.module.css';

interface Props {
  readonly column: ShownColumn;
  readonly bars: readonly Bar[];
  /** Everybody, those without a value included. */
  readonly total: number;
  readonly onOpen: (bar: Bar) => void;
}

export function ScaleBars({ column, bars, total, onOpen }: Props) {
  const speech = useSpeech();
  const row = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [read, setRead] = useState<number | null>(null);
  const most = Math.max(1, ...bars.map(({ n }) => n));
  const text = (bar: Bar) => rangeText(bar, column, speech);
  const words = (bar: Bar) =>
    speech.t('drawer.bar', { range: text(bar), n: speech.exact(bar.n), share: speech.percent(total === 0 ? 0 : bar.n / total) });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(bars.length - 1, to));
    setAt(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };
  const shown = read === null ? undefined : bars[read];
  return (
    <div className={classes.chart}>
      <p className={classes.reading} aria-hidden="true">
        {shown === undefined ? speech.t('drawer.barHint') : words(shown)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of bars walked as one control */}
      <div ref={row} className={classes.bars} role="group" aria-label={speech.t('drawer.chart')} onKeyDown={onKeyDown}>
        {bars.map((bar, place) => (
          <button
            key={`${bar.is ?? bar.from}`}
            type="button"
            className={classes.bar}
            tabIndex={place === at ? 0 : -1}
            aria-label={words(bar)}
            onClick={() => onOpen(bar)}
            onFocus={() => {
              setAt(place);
              setRead(place);
            }}
            onBlur={() => setRead(null)}
            onMouseEnter={() => setRead(place)}
            onMouseLeave={() => setRead(null)}
          >
            <i style={{ height: bar.n === 0 ? 0 : `max(2px, ${(100 * bar.n) / most}%)` }} />
          </button>
        ))}
      </div>
      <div className={classes.axis} aria-hidden="true">
        {ticksOf(bars).map(({ bar, place }) => (
          <span
            key={place}
            style={{ left: `${(100 * (place + (bar.is === undefined ? 0 : 0.5))) / bars.length}%` }}
            data-middle={bar.is !== undefined || undefined}
          >
            {rangeText(bar.is === undefined ? { is: bar.from ?? null } : { is: bar.is }, column, speech)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** At most eight marks below the bars, evenly spread. */
function ticksOf(bars: readonly Bar[]): readonly { readonly bar: Bar; readonly place: number }[] {
  const step = Math.max(1, Math.ceil(bars.length / 8));
  return bars.map((bar, place) => ({ bar, place })).filter(({ place }) => place % step === 0);
}
