// People who leave through a port and their share of the one base that all numbers on screen have; leads to them.
import { showPeople } from '../app/show-people.ts';
import { usePreferences, useStudio } from '../app/studio.ts';
import { useForm } from '../inspector/form/form-scope.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './entry.module.css';

interface Props {
  readonly port: string;
  readonly n: number | undefined;
  /** People that reach the node, and all customers. */
  readonly base: { readonly arrive: number | undefined; readonly all: number | undefined };
}

export function PeopleCount({ port, n, base }: Props) {
  const of = usePreferences((state) => (state.base === 'all' ? base.all : base.arrive));
  const { ui, preferences } = useStudio();
  const { t, exact, percent } = useSpeech();
  const { node } = useForm();
  if (n === undefined) return <span className={classes.count}>—</span>;
  return (
    <span className={classes.count}>
      <button
        type="button"
        className={classes.number}
        title={t('canvas.openPeople')}
        onClick={() => showPeople({ ui, preferences }, { node: node.id, port })}
      >
        {exact(n)}
      </button>
      <span className={classes.share}>{of === undefined || of === 0 ? '' : percent(n / of)}</span>
    </span>
  );
}
