// The distribution of the score in the colours of the tiers, with a line for each tier that can be dragged or stepped.
import { useElementSize } from '@mantine/hooks';
import { scaleLinear } from 'd3-scale';
import { useId, useMemo, useState } from 'react';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import { flagLevels } from '../flag-levels.ts';
import { CutLine } from './CutLine.tsx';
import type { ScoreScale } from './score-scale.ts';
import { boundsOf } from './tier-rules.ts';
import classes from './tiers.module.css';
import type { Moved, TiersView, TierView } from './use-tiers.ts';

interface Props {
  readonly view: TiersView;
  readonly held: Moved | null;
  readonly onMove: (moved: Moved) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

const height = 112;
const top = 22;
/** Room of a flag. */
const flag = 40;

export function ScorePicture({ view, held, onMove, onKeep, onDrop }: Props) {
  const { t } = useSpeech();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { scale } = view;
  // The picture keeps still while a line is held: only the line moves.
  const [frozen, setFrozen] = useState<ScoreScale | undefined>(undefined);
  const shown = held === null ? scale : (frozen ?? scale);
  if (shown === undefined)
    return (
      <div ref={ref} className={classes.wait}>
        {t('faces.tiers.noScores')}
      </div>
    );
  const x = scaleLinear()
    .domain(shown.view)
    .range([0, Math.max(1, width)]);
  const lines = view.tiers.map((tier, at) => (held?.at === at ? held.from : tier.line));
  const levels = flagLevels(
    lines.map((line) => (line === undefined ? undefined : x(line))),
    flag,
  );
  const move = (moved: Moved) => {
    if (held === null) setFrozen(scale);
    onMove(moved);
  };
  return (
    <div ref={ref} className={classes.picture} data-held={held !== null || undefined}>
      {width > 0 && <Areas view={view} shown={shown} lines={lines} x={x} width={width} />}
      {width > 0 &&
        view.tiers.map((tier, at) => {
          const line = lines[at];
          if (line === undefined) return null;
          const bounds = boundsOf(view.rule.tiers, at, shown.ends, shown.step);
          return (
            <CutLine
              key={tier.id}
              tier={tier}
              line={line}
              left={x(line)}
              low={levels[at] === 1}
              step={shown.step}
              bounds={bounds}
              valueAt={(pixels) => x.invert(pixels)}
              fixed={view.rule.mode !== 'bands'}
              onMove={(from) => move({ at, from })}
              onKeep={onKeep}
              onDrop={onDrop}
            />
          );
        })}
    </div>
  );
}

interface AreasProps {
  readonly view: TiersView;
  readonly shown: ScoreScale;
  readonly lines: readonly (number | undefined)[];
  readonly x: (score: number) => number;
  readonly width: number;
}

/** All bars once per tier, each time cut to the tier's part of the axis. */
function Areas({ view, shown, lines, x, width }: AreasProps) {
  const { t, language, exact } = useSpeech();
  const id = useId();
  const outline = useMemo(() => outlineOf(shown, x), [shown, x]);
  const parts = partsOf(view.tiers, lines, x, width);
  const ticks = scaleLinear()
    .domain(shown.view)
    .ticks(5)
    .filter((tick) => tick <= shown.ends[1] + shown.step);
  return (
    <svg
      className={classes.svg}
      width={width}
      height={top + height + 18}
      role="img"
      aria-label={t('faces.tiers.picture', { column: view.on })}
    >
      <defs>
        <pattern id={`${id}hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.5" height="5" fill="var(--tf-unassigned)" />
        </pattern>
        {parts.map((part) => (
          <clipPath key={part.id} id={`${id}${part.id}`}>
            <rect x={part.from} y={0} width={Math.max(0, part.to - part.from)} height={top + height} />
          </clipPath>
        ))}
      </defs>
      {parts.map((part) => (
        <path key={part.id} d={outline} fill={part.fill ?? `url(#${id}hatch)`} clipPath={`url(#${id}${part.id})`} />
      ))}
      <line className={classes.axis} x1={0} x2={width} y1={top + height + 0.5} y2={top + height + 0.5} />
      {ticks.map((tick) => (
        <text
          key={tick}
          className={classes.tick}
          x={Math.min(width - 2, Math.max(2, x(tick)))}
          y={top + height + 13}
          textAnchor={x(tick) < 8 ? 'start' : x(tick) > width - 8 ? 'end' : 'middle'}
        >
          {plainNumber(tick, language)}
        </text>
      ))}
      {shown.beyond > 0 && (
        <text className={classes.beyond} x={width - 2} y={top + 10} textAnchor="end">
          {t('faces.tiers.beyond', { n: exact(shown.beyond) })}
        </text>
      )}
    </svg>
  );
}

function outlineOf({ bars }: ScoreScale, x: (score: number) => number): string {
  const most = Math.max(1, ...bars.map((bar) => bar.n));
  return bars
    .filter((bar) => bar.n > 0)
    .map((bar) => {
      const left = x(bar.from);
      const gap = x(bar.to) - left > 4 ? 1 : 0;
      const size = Math.max(1.5, (height * bar.n) / most);
      return `M${left.toFixed(2)} ${(top + height - size).toFixed(2)}H${(x(bar.to) - gap).toFixed(2)}V${top + height}H${left.toFixed(2)}Z`;
    })
    .join('');
}

interface Part {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** None for the people without a tier. */
  readonly fill: string | undefined;
}

function partsOf(
  tiers: readonly TierView[],
  lines: readonly (number | undefined)[],
  x: (score: number) => number,
  width: number,
): readonly Part[] {
  let right = width;
  const parts = tiers.map((tier, at): Part => {
    const line = lines[at];
    const from = line === undefined ? 0 : Math.min(right, Math.max(0, x(line)));
    const part = { id: tier.id, from, to: right, fill: tier.fill };
    right = from;
    return part;
  });
  return right > 0 ? [...parts, { id: ' unassigned', from: 0, to: right, fill: undefined }] : parts;
}
