// What an empty canvas offers.
import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import { addKind } from './adding.ts';
import classes from './canvas.module.css';

export function EmptyCanvas() {
  const studio = useStudio();
  const { t } = useSpeech();
  const { screenToFlowPosition } = useReactFlow();
  const source = [...studio.kinds.values()].find((kind) => kind.input === 'none' && kind.group === 'data');
  const add = () => {
    if (source !== undefined)
      addKind(studio, source, { at: screenToFlowPosition({ x: window.innerWidth * 0.3, y: window.innerHeight * 0.42 }) });
  };
  return (
    <div className={classes.empty}>
      <h2>{t('canvas.empty')}</h2>
      <p>{t('canvas.emptyHint')}</p>
      {source !== undefined && <Button onClick={add}>{t('canvas.addSource')}</Button>}
    </div>
  );
}
