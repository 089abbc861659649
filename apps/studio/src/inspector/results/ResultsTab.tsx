// What comes out of a node: people in and out, what it learned from the population, and how its columns are spread.
import { faceOf } from '../../faces/faces.ts';
import { TierMoves } from '../../moves/TierMoves.tsx';
import { useSpeech } from '../../words/use-words.ts';
import { useForm } from '../form/form-scope.ts';
import frame from '../inspector.module.css';
import { ColumnHistogram } from './ColumnHistogram.tsx';
import { Funnel } from './Funnel.tsx';
import { Parameters } from './Parameters.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { Reach } from './Reach.tsx';
import classes from './results.module.css';
import { useNodeNumbers } from './use-node-numbers.ts';

const most = 12;

export function ResultsTab() {
  const { t } = useSpeech();
  const { node, kind, facts } = useForm();
  const { count } = useNodeNumbers(node.id);
  const face = faceOf(kind.face);
  if (kind.group === 'canvas') return <p className={classes.quiet}>{t('inspector.nothingCounted')}</p>;
  if (count === undefined || count.n === null) return <p className={classes.quiet}>{t('inspector.notCounted')}</p>;
  const made = facts?.makes ?? [];
  return (
    <div className={frame.config}>
      <PeopleTable />
      <Funnel />
      <Reach />
      {facts?.ports.some((port) => port.tier !== undefined) === true && <TierMoves />}
      {face?.Results !== undefined && <face.Results node={node.id} />}
      {face?.fitted !== true && <Parameters />}
      {made.length > 0 && (
        <section className={classes.part} aria-label={t('inspector.madeColumns')}>
          <h3 className={classes.partTitle}>{t('inspector.madeColumns')}</h3>
          {made.slice(0, most).map((column) => (
            <ColumnHistogram key={column.name} node={node.id} column={column} />
          ))}
          {made.length > most && <p className={classes.quiet}>{t('inspector.moreColumns', { count: made.length - most })}</p>}
        </section>
      )}
    </div>
  );
}
