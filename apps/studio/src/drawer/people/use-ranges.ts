// The spread of number columns that nodes made, for the bars in their cells.
import { useEffect, useMemo } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import type { ShownColumn } from './columns.ts';

/** Where a bar begins and ends. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

const most = 12;

/** Ranges by column; bars begin at zero where nothing is below it. Asked for only while the table is on the screen. */
export function useRanges(node: string, columns: readonly ShownColumn[]): ReadonlyMap<string, Range> {
  const { facts } = useStudio();
  const histograms = useFacts((state) => state.histograms);
  const names = columns.filter((column) => column.node !== undefined && column.type === 'number').map((column) => column.name);
  const key = JSON.stringify(names.slice(0, most));
  useEffect(() => {
    const wanted = JSON.parse(key) as string[];
    if (wanted.length === 0) return undefined;
    return facts.want({ columns: wanted.map((column) => ({ node, column, bins: 24 })) });
  }, [facts, node, key]);
  return useMemo(() => {
    const wanted = JSON.parse(key) as string[];
    return new Map(
      wanted.flatMap((column): [string, Range][] => {
        const found = histograms.get(`${node}.${column}`)?.value;
        if (typeof found?.min !== 'number' || typeof found.max !== 'number') return [];
        return [[column, { low: Math.min(0, found.min), high: found.max }]];
      }),
    );
  }, [histograms, node, key]);
}

/** How full the bar of a value is, 0 to 1. */
export function fullness(value: number, { low, high }: Range): number {
  return high <= low ? 1 : Math.max(0, Math.min(1, (value - low) / (high - low)));
}
