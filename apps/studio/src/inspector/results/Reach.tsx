// What a playbook node does: whom it reaches and what that costs.
import { readPath } from '@tierflow/flow';
import { useDocument, useFacts } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useSpeech } from '../../words/use-words.ts';
import { numberText, stepped } from '../form/decimal-text.ts';
import { useForm } from '../form/form-scope.ts';
import classes from './results.module.css';
import { useNodeNumbers } from './use-node-numbers.ts';

export function Reach() {
  const { t, exact, title } = useSpeech();
  const { node, kind } = useForm();
  const flow = useDocument(shownFlow);
  const field = kind.form.find(({ type }) => type === 'playbook');
  const { count, current } = useNodeNumbers(node.id);
  const id = field === undefined ? undefined : readPath(node.config, field.path);
  const playbook = flow?.playbooks?.find((each) => each.id === id);
  const everywhere = useFacts((state) => state.preview.answer?.playbooks.find((each) => each.id === id)?.n);
  if (field === undefined || playbook === undefined || count === undefined || count.n === null) return null;
  const { cost } = playbook;
  const total = cost === undefined ? undefined : stepped(0, cost, count.n);
  return (
    <section className={classes.part} aria-label={t('inspector.reach')}>
      <h3 className={classes.partTitle}>{t('inspector.reach')}</h3>
      <dl className={classes.figures} data-stale={!current || undefined}>
        <div>
          <dt>{t('inspector.reached')}</dt>
          <dd>{exact(count.n)}</dd>
        </div>
        <div>
          <dt>{t('inspector.costTotal')}</dt>
          <dd>{total === undefined ? '—' : exact(total)}</dd>
        </div>
      </dl>
      <p className={classes.quiet}>
        {cost === undefined ? t('inspector.noCost') : t('inspector.costHow', { n: exact(count.n), cost: numberText(cost) })}
        {everywhere !== undefined &&
          everywhere !== count.n &&
          ` ${t('inspector.reachedEverywhere', { n: exact(everywhere), title: title(playbook.title) })}`}
      </p>
    </section>
  );
}
