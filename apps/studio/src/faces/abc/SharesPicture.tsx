// The share of the total that a share of the people brings, biggest first, with a line across for each end of a class.
import { useElementSize } from '@mantine/hooks';
import { useSpeech } from '../../words/use-words.ts';
import { flagLevels } from '../flag-levels.ts';
import classes from './abc.module.css';
import { boundsOf, peopleAt } from './class-shares.ts';
import { ShareLine } from './ShareLine.tsx';
import type { ClassesView, Moved } from './use-classes.ts';

interface Props {
  readonly view: ClassesView;
  readonly held: Moved | null;
  readonly onMove: (moved: Moved) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

const height = 150;
const top = 24;
/** Room for the flags at the right. */
const side = 58;

export function SharesPicture({ view, held, onMove, onKeep, onDrop }: Props) {
  const { t, exact, percent } = useSpeech();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { shares, ends } = view;
  if (shares === undefined || shares.people === 0)
    return (
      <div ref={ref} className={classes.wait}>
        {t('faces.abc.noValues')}
      </div>
    );
  const lines = ends.map((end, at) => (held?.at === at ? held.share : end));
  const right = Math.max(1, width - side);
  const x = (share: number) => right * share;
  const y = (share: number) => top + height * (1 - share);
  const levels = flagLevels(lines.map(y), 19);
  const points = shares.curve.map(([n, sum]) => `${x(n / shares.people).toFixed(2)},${y(sum / shares.total).toFixed(2)}`).join(' ');
  const said = lines
    .map((line) => t('faces.abc.point', { people: percent(peopleAt(shares.curve, line)), share: percent(line) }))
    .join('; ');
  return (
    <div ref={ref} className={classes.picture} style={{ height: top + height + 34 }} data-held={held !== null || undefined}>
      <span className={classes.up}>{t('faces.abc.up')}</span>
      {width > 0 && (
        <svg className={classes.svg} width={width} height={top + height + 34} role="img" aria-label={`${t('faces.abc.picture')}: ${said}`}>
          <path className={classes.even} d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
          {lines.map((line, at) => {
            const reached = peopleAt(shares.curve, line);
            const { letter, fill } = view.classes[at] ?? {};
            return <path key={letter} className={classes.drop} stroke={fill} d={`M0 ${y(line)}H${x(reached)}V${y(0)}`} />;
          })}
          <polyline className={classes.curve} points={points} />
          <path className={classes.axis} d={`M0 ${top}V${y(0)}H${x(1)}`} />
          {[0, 0.5, 1].map((tick) => (
            <text key={tick} className={classes.tick} x={x(tick)} y={y(0) + 14} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {exact(100 * tick)}%
            </text>
          ))}
          <text className={classes.tick} x={x(0.5)} y={y(0) + 29} textAnchor="middle">
            {t('faces.abc.axis')}
          </text>
        </svg>
      )}
      {width > 0 &&
        lines.map((line, at) => {
          const each = view.classes[at];
          if (each === undefined) return null;
          return (
            <ShareLine
              key={each.letter}
              of={each}
              line={line}
              top={y(line)}
              reached={peopleAt(shares.curve, each.end ?? line)}
              aside={levels[at] === 1}
              bounds={boundsOf(ends, at)}
              valueAt={(pixels) => 1 - (pixels - top) / height}
              onMove={(share) => onMove({ at, share })}
              onKeep={onKeep}
              onDrop={onDrop}
            />
          );
        })}
    </div>
  );
}
