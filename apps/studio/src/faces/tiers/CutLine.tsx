// The line where a tier begins: dragged with the pointer, stepped with the arrow keys, read out with its count.
import { IconLock } from '@tabler/icons-react';
import { numberText } from '../../inspector/form/decimal-text.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useGrip } from '../use-grip.ts';
import classes from './tiers.module.css';
import type { TierView } from './use-tiers.ts';

interface Props {
  readonly tier: TierView;
  readonly line: number;
  /** Pixels from the left. */
  readonly left: number;
  /** The flag stands lower, because another one is near. */
  readonly low: boolean;
  readonly step: number;
  readonly bounds: readonly [number, number];
  readonly valueAt: (pixels: number) => number;
  /** The line follows from a share and cannot be moved. */
  readonly fixed: boolean;
  readonly onMove: (from: number) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

export function CutLine({ tier, line, left, low, step, bounds, valueAt, fixed, onMove, onKeep, onDrop }: Props) {
  const { t, language, exact } = useSpeech();
  const { handlers, onKeyDown, settle } = useGrip({ axis: 'x', line, place: left, step, bounds, valueAt, fixed, onMove, onKeep, onDrop });
  const { n } = tier;
  const counted = tier.line ?? line;
  const said =
    n === undefined
      ? t('faces.tiers.lineUncounted', { tier: tier.name, from: plainNumber(counted, language) })
      : t('faces.tiers.line', { tier: tier.name, from: plainNumber(counted, language), n: exact(n) });
  return (
    <div
      className={classes.cut}
      data-fixed={fixed || undefined}
      data-tier={tier.id}
      data-low={low || undefined}
      style={{ left, '--tier': tier.fill, '--tier-ink': tier.text } as React.CSSProperties}
      role="slider"
      tabIndex={0}
      aria-label={t('faces.tiers.lineOf', { tier: tier.name })}
      aria-valuemin={bounds[0]}
      aria-valuemax={bounds[1]}
      aria-valuenow={counted}
      aria-valuetext={said}
      aria-orientation="horizontal"
      aria-disabled={fixed}
      title={fixed ? t('faces.tiers.fixed') : said}
      {...handlers}
      onKeyDown={onKeyDown}
      onBlur={settle}
    >
      <span className={classes.flag}>
        {fixed && <IconLock size={10} stroke={2} aria-hidden="true" />}
        {numberText(fixed ? Number(line.toPrecision(6)) : line)}
      </span>
    </div>
  );
}
