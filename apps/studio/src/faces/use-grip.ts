// A line that is dragged with the pointer or stepped with the keys, along one axis of the area it stands in.
import { type DOMAttributes, type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { snapped, stepped } from '../inspector/form/decimal-text.ts';

interface Options {
  readonly axis: 'x' | 'y';
  readonly line: number;
  /** Pixels from the left, or from the top. */
  readonly place: number;
  readonly step: number;
  readonly bounds: readonly [number, number];
  readonly valueAt: (pixels: number) => number;
  /** The line cannot be moved. */
  readonly fixed: boolean;
  readonly onMove: (line: number) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

/** Steps with the keyboard become one entry of undo when they rest for so long. */
const rest = 600;

export interface Grip {
  readonly handlers: Pick<DOMAttributes<HTMLDivElement>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Keeps what the keys stepped to. */
  readonly settle: () => void;
}

/** What pointer and keys do to a line. */
export function useGrip({ axis, line, place, step, bounds, valueAt, fixed, onMove, onKeep, onDrop }: Options): Grip {
  const grip = useRef<{ readonly offset: number } | null>(null);
  const keys = useKeySteps(onKeep);
  const within = (value: number) => Math.min(bounds[1], Math.max(bounds[0], value));
  const at = (event: PointerEvent<HTMLElement>) => {
    const area = event.currentTarget.parentElement?.getBoundingClientRect();
    return axis === 'x' ? event.clientX - (area?.left ?? 0) : event.clientY - (area?.top ?? 0);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (fixed || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    keys.settle();
    grip.current = { offset: at(event) - place };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current === null) return;
    const next = within(snapped(valueAt(at(event) - grip.current.offset), step));
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
