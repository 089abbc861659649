// Who arrives and who leaves, in one line; always with how sure the numbers are.
import { showPeople } from '../../app/show-people.ts';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useForm } from '../form/form-scope.ts';
import classes from '../inspector.module.css';
import { useNodeNumbers } from '../results/use-node-numbers.ts';

export function Headcount() {
  const { ui, preferences } = useStudio();
  const { t, exact, text } = useSpeech();
  const { node, kind, facts } = useForm();
  const { count, current } = useNodeNumbers(node.id);
  const failed = useFacts((state) => state.preview.state === 'failed');
  if (kind.group === 'canvas') return null;
  if (count === undefined || count.n === null)
    return <p className={classes.headcount}>{failed ? t('editor.stale') : t('inspector.notCounted')}</p>;
  // Kinds with one way out and a remainder: how many get through.
  const ways = facts?.ports.filter((port) => port.remainder !== true) ?? [];
  const through = ways.length === 1 && facts?.ports.length === 2 ? ways[0] : undefined;
  const open = (port: string) => showPeople({ ui, preferences }, { node: node.id, port });
  return (
    <p className={classes.headcount} data-stale={!current || undefined}>
      <button type="button" className={classes.headNumber} onClick={() => open('in')}>
        {exact(count.n)}
      </button>
      <span>{t('inspector.arrive')}</span>
      {through !== undefined && (
        <>
          <span aria-hidden="true">→</span>
          <button type="button" className={classes.headNumber} onClick={() => open(through.id)}>
            {exact(count.ports[through.id] ?? 0)}
          </button>
          <span>{through.title === undefined ? t('canvas.out') : text(through.title)}</span>
        </>
      )}
      {count.unknown > 0 && (
        <button
          type="button"
          className={classes.headUnknown}
          title={t('canvas.unknownHint', { n: exact(count.unknown) })}
          onClick={() => open('unknown')}
        >
          {t('canvas.unknownPeople', { n: exact(count.unknown) })}
        </button>
      )}
      <span className={classes.headStatus}>{current ? t('editor.exact') : failed ? t('editor.stale') : t('editor.computing')}</span>
    </p>
  );
}
