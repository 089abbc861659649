// The playbooks of a template: what is done, where, by whom, how often, how fast, what is offered, what it costs.
import type { Template } from '@tierflow/templates';
import page from '../app/page.module.css';
import { useSpeech } from '../words/use-words.ts';
import classes from './templates.module.css';

export function PlaybookList({ playbooks }: Pick<Template, 'playbooks'>) {
  const { t, text, exact } = useSpeech();
  return (
    <section aria-labelledby="playbooks">
      <h2 id="playbooks" className={classes.group}>
        {t('templates.playbooks')}
      </h2>
      <ul className={classes.playbooks}>
        {playbooks.map((playbook) => {
          const rows = [
            [t('templates.channel'), text(playbook.channel)],
            [t('templates.owner'), text(playbook.owner)],
            [t('templates.cadence'), text(playbook.cadence)],
            ...(playbook.serviceLevel === undefined ? [] : [[t('templates.serviceLevel'), text(playbook.serviceLevel)]]),
            ...(playbook.offer === undefined ? [] : [[t('templates.offer'), text(playbook.offer)]]),
            [t('templates.cost'), t('templates.costPerYear', { amount: exact(playbook.cost) })],
          ];
          return (
            <li key={playbook.id} className={classes.playbook}>
              <h3>{text(playbook.title)}</h3>
              <ul>
                {playbook.actions.map((action) => (
                  <li key={action.en}>{text(action)}</li>
                ))}
              </ul>
              <dl>
                {rows.map(([name, value]) => (
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
    </section>
  );
}
