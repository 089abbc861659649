// A slim axis of days since the last purchase with the stages that go by it.
import { useElementSize } from '@mantine/hooks';
import { scalePow } from 'd3-scale';
import { useSpeech } from '../../words/use-words.ts';
import { distinctColor } from '../distinct-color.ts';
import { type Band, dayAxis, roomyTicks } from './day-axis.ts';
import classes from './lifecycle.module.css';
import { useLimitText } from './limit-text.ts';
import type { StageView } from './use-stages.ts';

const lane = 19;

export function DayAxis({ stages }: { readonly stages: readonly StageView[] }) {
  const { t, exact } = useSpeech();
  const say = useLimitText();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const axis = dayAxis(stages);
  if (axis === undefined) return null;
  // The first weeks decide most, so they get the room that a straight axis would give to the last year.
  const x = scalePow()
    .exponent(0.5)
    .domain([0, axis.end])
    .range([0, Math.max(1, width)]);
  const nameOf = ({ at }: Band) => stages[at]?.name ?? '';
  const rangeOf = ({ from, to }: Band) =>
    say('last', { ...(from > 0 || to === undefined ? { from } : {}), ...(to === undefined ? {} : { to }) });
  const read = axis.bands.map((band) => `${nameOf(band)}: ${rangeOf(band)}`).join('; ');
  return (
    <figure className={classes.axis}>
      <figcaption className={classes.caption}>{t('faces.lifecycle.axis')}</figcaption>
      <div ref={ref} role="img" aria-label={`${t('faces.lifecycle.axis')}: ${read}`}>
        <div className={classes.lanes} style={{ height: axis.lanes * lane }}>
          {width > 0 &&
            axis.bands.map((band) => {
              const left = x(band.from === 0 ? 0 : band.from - 1);
              const right = band.to === undefined ? width : x(band.to);
              return (
                <span
                  key={band.id}
                  className={classes.band}
                  data-narrowed={band.narrowed || undefined}
                  data-open={band.to === undefined || undefined}
                  title={`${nameOf(band)}: ${rangeOf(band)}`}
                  style={
                    {
                      left: left + 1,
                      width: Math.max(3, right - left - 2),
                      bottom: band.lane * lane + 2,
                      '--stage': distinctColor(band.at),
                    } as React.CSSProperties
                  }
                >
                  <b>{band.at + 1}</b> {nameOf(band)}
                </span>
              );
            })}
        </div>
        <div className={classes.ticks}>
          {width > 0 &&
            roomyTicks(axis.ticks, x, 30).map(({ at, day }) => (
              <span key={at} className={classes.tick} style={{ left: x(at) }} data-first={at === 0 || undefined}>
                {exact(day)}
              </span>
            ))}
        </div>
      </div>
    </figure>
  );
}
