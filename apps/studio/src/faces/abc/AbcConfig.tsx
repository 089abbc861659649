// The settings of ABC classes: lines across the curve of shares, and the classes as a table that adds up.
import type { Json } from '@tierflow/definition';
import { HelpTip, Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useHeldLine } from '../use-held-line.ts';
import classes from './abc.module.css';
import { ClassTable } from './ClassTable.tsx';
import { endsOf } from './class-shares.ts';
import { SharesPicture } from './SharesPicture.tsx';
import { type Moved, useClasses } from './use-classes.ts';

export function AbcConfig() {
  const form = useForm();
  // Ends that nobody typed are the kind's own: they become typed with the first change.
  const ends = ({ at, share }: Moved): Json => endsOf(valueAt(form, 'shares')).map((end, each) => (each === at ? share : end));
  const { held, counted, move, keep, drop } = useHeldLine<Moved>({
    tryOut: (moved) => form.tryOut('shares', ends(moved)),
    set: (moved) => form.set('shares', ends(moved)),
  });
  const view = useClasses(held, counted);
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
