// A flow that is too wide is opened at its beginning; this says that there is more, until somebody moves the view.
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactFlowState, useReactFlow, useStore, type Viewport } from '@xyflow/react';
import { useCallback } from 'react';
import { useSpeech } from '../words/use-words.ts';
import classes from './canvas.module.css';

export function MoreToSee({ beginning }: { readonly beginning: Viewport | null }) {
  const { t } = useSpeech();
  const { fitView } = useReactFlow();
  const beyond = useStore(useCallback((state: ReactFlowState) => cardsBeyond(state, beginning), [beginning]));
  if (beyond === 0) return null;
  return (
    <Button
      className={classes.more ?? ''}
      size="compact-sm"
      variant="default"
      rightSection={<IconArrowRight size={14} stroke={1.75} />}
      onClick={() => void fitView({ padding: 0.08, maxZoom: 1, duration: 200 })}
    >
      {t('canvas.more', { count: beyond })}
    </Button>
  );
}

/** How many cards begin beyond the right border while the view is still the first one. */
function cardsBeyond({ transform: [x, y, zoom], width, nodeLookup }: ReactFlowState, first: Viewport | null): number {
  if (first === null || x !== first.x || y !== first.y || zoom !== first.zoom) return 0;
  const lefts = [...nodeLookup.values()].map(({ internals }) => internals.positionAbsolute.x * zoom + x);
  return lefts.filter((left) => left > width - 40).length;
}
