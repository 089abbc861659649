// One cell of a grid can be reached with Tab, arrow keys go on from it.
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

export interface GridFocus {
  /** For the table. */
  readonly grid: {
    readonly ref: RefObject<HTMLTableElement | null>;
    readonly role: 'grid';
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly reachable: (down: number, across: number) => boolean;
  /** Tells which cell took the focus. */
  readonly focus: (down: number, across: number) => void;
}

const arrows: { readonly [key: string]: readonly [down: number, across: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** For a table whose cells carry `data-cell`, row by row. */
export function useGridFocus(rows: number, columns: number): GridFocus {
  const area = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<readonly [down: number, across: number]>([0, 0]);
  const at = [Math.min(focused[0], rows - 1), Math.min(focused[1], columns - 1)] as const;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = arrows[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = [clamp(at[0] + by[0], rows), clamp(at[1] + by[1], columns)] as const;
    setFocused(next);
    area.current?.querySelectorAll<HTMLElement>('[data-cell]')[next[0] * columns + next[1]]?.focus();
  };
  return {
    grid: { ref: area, role: 'grid', onKeyDown },
    reachable: (down, across) => at[0] === down && at[1] === across,
    focus: (down, across) => setFocused([down, across]),
  };
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}
