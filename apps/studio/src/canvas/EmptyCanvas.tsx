// What an empty canvas offers; where nodes were deleted that are still saved, the choice between the two.
import { Button } from '@mantine/core';
import { type Flow, replaceFlow } from '@tierflow/flow';
import { useReactFlow } from '@xyflow/react';
import { useDocument, useStudio } from '../app/studio.ts';
import { useAutosave } from '../document/use-autosave.ts';
import { useSpeech } from '../words/use-words.ts';
import { addKind } from './adding.ts';
import classes from './canvas.module.css';

export function EmptyCanvas() {
  const save = useDocument((state) => state.save);
  return save.state === 'emptied' ? <Emptied saved={save.saved} /> : <NothingYet />;
}

function Emptied({ saved }: { readonly saved: Flow }) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const autosave = useAutosave();
  return (
    <div className={classes.empty} role="status">
      <h2>{t('canvas.emptied')}</h2>
      <p>{t('canvas.emptiedHint', { count: saved.nodes.length })}</p>
      <div className={classes.choices}>
        <Button onClick={() => void document.run((flow) => replaceFlow(flow, saved, 'restore'))}>{t('canvas.keepSaved')}</Button>
        <Button variant="default" onClick={() => void autosave()?.saveEmptied()}>
          {t('canvas.saveEmptied')}
        </Button>
      </div>
    </div>
  );
}

function NothingYet() {
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
