// The line while a connection is drawn.
import type { ConnectionLineComponentProps } from '@xyflow/react';
import { curveBetween, pathOf } from './curve.ts';

export function ConnectionLine({ fromX, fromY, toX, toY, fromHandle, connectionStatus }: ConnectionLineComponentProps) {
  const ends = [
    { x: fromX, y: fromY },
    { x: toX, y: toY },
  ] as const;
  const [from, to] = fromHandle.type === 'source' ? ends : [ends[1], ends[0]];
  const stroke = connectionStatus === 'invalid' ? 'var(--tf-err)' : 'var(--tf-accent)';
  return <path d={pathOf(curveBetween(from, to))} fill="none" stroke={stroke} strokeWidth={2} strokeDasharray="6 4" />;
}
