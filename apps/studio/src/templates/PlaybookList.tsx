// Playbooks as cards: what is done, where, by whom, how often, how fast, what is offered, what it costs.
import type { Title } from '@tierflow/flow';
import page from '../app/page.module.css';
import { useSpeech } from '../words/use-words.ts';
import classes from './templates.module.css';

/** A playbook of a flow or of a template. */
export interface ShownPlaybook {
  readonly id: string;
  readonly title: Title;
  readonly actions?: readonly Title[] | undefined;
  readonly channel?: Title | undefined;
  readonly owner?: Title | undefined;
  readonly cadence?: Title | undefined;
  readonly serviceLevel?: Title | undefined;
  readonly offer?: Title | undefined;
  readonly cost?: number | undefined;
}

const FACTS = ['channel', 'owner', 'cadence', 'serviceLevel', 'offer'] as const;

/** `level` is that of the cards' headings. */
export function PlaybookList({
  playbooks,
  level: Heading = 'h3',
}: {
  readonly playbooks: readonly ShownPlaybook[];
  readonly level?: 'h3' | 'h4';
}) {
  const { t, title, exact } = useSpeech();
  return (
    <ul className={classes.playbooks}>
      {playbooks.map((playbook) => {
        const facts = FACTS.flatMap((fact) => {
          const said = playbook[fact];
          return said === undefined ? [] : [[t(`templates.${fact}`), title(said)] as const];
        });
        const cost =
          playbook.cost === undefined
            ? []
            : [[t('templates.cost'), t('templates.costPerPerson', { amount: exact(playbook.cost) })] as const];
        return (
          <li key={playbook.id} className={classes.playbook}>
            <Heading>{title(playbook.title)}</Heading>
            <ul>
              {playbook.actions?.map((action) => (
                <li key={title(action)}>{title(action)}</li>
              ))}
            </ul>
            <dl>
              {[...facts, ...cost].map(([name, value]) => (
                <div key={name}>
                  <dt className={page.quiet}>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
