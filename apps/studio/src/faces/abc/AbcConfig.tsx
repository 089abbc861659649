// The settings of ABC classes: lines across the curve of shares, and the classes as a table that adds up.
import type { Json } from '@tierflow/definition';
import { useRef, useState } from 'react';
import { useStudio } from '../../app/studio.ts';
import { HelpTip, Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useLiveTrial } from '../use-live-trial.ts';
import classes from './abc.module.css';
import { ClassTable } from './ClassTable.tsx';
import { endsOf } from './class-shares.ts';
import { SharesPicture } from './SharesPicture.tsx';
import { type Moved, useClasses } from './use-classes.ts';

export function AbcConfig() {
  const { document } = useStudio();
  const form = useForm();
  const last = useRef<Moved | null>(null);
  const [held, setHeld] = useState<Moved | null>(null);
  // Ends that nobody typed are the kind's own: they become typed with the first change.
  const moved = ({ at, share }: Moved): Json => endsOf(valueAt(form, 'shares')).map((end, each) => (each === at ? share : end));
  const trial = useLiveTrial<Moved>((next) => form.tryOut('shares', moved(next)));
  const view = useClasses(held, trial.counted);
  const end = (): void => {
    trial.stop();
    last.current = null;
    setHeld(null);
  };
  const keep = (): void => {
    const next = last.current;
    end();
    if (next !== null) form.set('shares', moved(next));
  };
  const drop = (): void => {
    end();
    if (document.getState().trial !== null) form.endTrial();
  };
  const move = (next: Moved): void => {
    last.current = next;
    setHeld(next);
    trial.push(next);
  };
  return (
    <section className={classes.face} data-field="shares" aria-label={form.word('label.shares')}>
      <div className={classes.head}>
        <span>{form.word('label.shares')}</span>
        <HelpTip text={form.word('label.shares.help')} />
      </div>
      <SharesPicture view={view} held={held} onMove={move} onKeep={keep} onDrop={drop} />
      <ClassTable view={view} />
      <Remarks remarks={remarksAt(form.diagnostics, 'shares')} />
    </section>
  );
}
