// The line where a tier begins: dragged with the pointer, stepped with the arrow keys, read out with its count.
import { IconLock } from '@tabler/icons-react';
import { type DOMAttributes, type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { numberText, snapped, stepped } from '../../inspector/form/decimal-text.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
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

/** Steps with the keyboard become one entry of undo when they rest for so long. */
const rest = 600;

export function CutLine({ tier, line, left, low, step, bounds, valueAt, fixed, onMove, onKeep, onDrop }: Props) {
  const { t, language, exact } = useSpeech();
  const { handlers, onKeyDown, settle } = useGrip({ line, left, step, bounds, valueAt, fixed, onMove, onKeep, onDrop });
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

interface Grip {
  readonly handlers: Pick<DOMAttributes<HTMLDivElement>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Keeps what the keys stepped to. */
  readonly settle: () => void;
}

/** What pointer and keys do to a line. */
function useGrip({ line, left, step, bounds, valueAt, fixed, onMove, onKeep, onDrop }: Omit<Props, 'tier' | 'low'>): Grip {
  const grip = useRef<{ readonly offset: number } | null>(null);
  const keys = useKeySteps(onKeep);
  const within = (value: number) => Math.min(bounds[1], Math.max(bounds[0], value));
  const area = (event: PointerEvent<HTMLElement>) => event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (fixed || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    keys.settle();
    grip.current = { offset: event.clientX - area(event) - left };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current === null) return;
    const next = within(snapped(valueAt(event.clientX - area(event) - grip.current.offset), step));
    if (next !== line) onMove(next);
  };
  const release = (finish: () => void) => {
    if (grip.current === null) return;
    grip.current = null;
    finish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (grip.current !== null || keys.open())) {
      event.stopPropagation();
      grip.current = null;
      keys.forget();
      onDrop();
      return;
    }
    const next = keyTarget(event, { line, step, bounds });
    if (next === undefined || fixed) return;
    event.preventDefault();
    event.stopPropagation();
    if (within(next) === line) return;
    keys.pressed();
    onMove(within(next));
  };
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp: () => release(onKeep), onPointerCancel: () => release(onDrop) },
    onKeyDown,
    settle: keys.settle,
  };
}

interface Line {
  readonly line: number;
  readonly step: number;
  readonly bounds: readonly [number, number];
}

function keyTarget(event: KeyboardEvent, { line, step, bounds }: Line): number | undefined {
  const far = event.shiftKey ? 10 : 1;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepped(line, step, far);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepped(line, step, -far);
    case 'PageUp':
      return stepped(line, step, 10);
    case 'PageDown':
      return stepped(line, step, -10);
    case 'Home':
      return bounds[0];
    case 'End':
      return bounds[1];
    default:
      return undefined;
  }
}

interface KeySteps {
  readonly pressed: () => void;
  readonly open: () => boolean;
  /** Keeps what was stepped to, at once. */
  readonly settle: () => void;
  readonly forget: () => void;
}

/** Collects key presses into one change. */
function useKeySteps(keep: () => void): KeySteps {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(keep);
  latest.current = keep;
  const settle = () => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current();
  };
  const leave = useRef(settle);
  leave.current = settle;
  useEffect(() => () => leave.current(), []);
  return {
    pressed: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, rest);
    },
    open: () => timer.current !== undefined,
    settle,
    forget: () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
  };
}
