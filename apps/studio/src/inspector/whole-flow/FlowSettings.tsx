// Nothing is selected: the flow's own settings.
import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Flow, setTimeZone, setTitle, storedName } from '@tierflow/flow';
import { useId, useMemo, useState } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { SeasonsPanel } from '../../seasons/SeasonsPanel.tsx';
import { useDatasets } from '../../server/data-queries.ts';
import { useSpeech } from '../../words/use-words.ts';
import { TitleControl } from '../fields/TitleControl.tsx';
import formClasses from '../form/form.module.css';
import classes from '../inspector.module.css';
import { newPlaybook } from './new-playbook.ts';
import { PlaybookCard } from './PlaybookCard.tsx';

export function FlowSettings() {
  const { document } = useStudio();
  const { t } = useSpeech();
  const flow = useDocument(shownFlow);
  const titleId = useId();
  if (flow === null) return null;
  return (
    <section className={classes.inspector} aria-label={t('inspector.flow')}>
      <header className={classes.plainHead}>
        <h2 className={classes.bigTitle}>{t('inspector.flow')}</h2>
        <span className={classes.kindName}>{t('editor.nothingSelectedHint')}</span>
      </header>
      <div className={classes.content}>
        <div className={classes.config}>
          <div className={formClasses.field}>
            <label className={formClasses.label} htmlFor={titleId}>
              {t('editor.name')}
            </label>
            <TitleControl
              id={titleId}
              label={t('editor.name')}
              value={flow.title}
              required
              onCommit={(title) => title !== null && document.run((present) => setTitle(present, title))}
            />
          </div>
          <TimeZone flow={flow} />
          <SeasonsPanel />
          <DataSets flow={flow} />
          <Playbooks flow={flow} />
        </div>
      </div>
    </section>
  );
}

function TimeZone({ flow }: { readonly flow: Flow }) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const zones = useMemo(() => [...new Set([flow.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])], [flow.timeZone]);
  return (
    <Select
      size="xs"
      label={t('inspector.timeZone')}
      description={t('inspector.timeZoneHint')}
      classNames={{ label: formClasses.label ?? '' }}
      data={zones}
      value={flow.timeZone}
      searchable
      allowDeselect={false}
      limit={40}
      onChange={(zone) => zone !== null && document.run((present) => setTimeZone(present, zone))}
    />
  );
}

/** What the flow reads, as it is compiled against. */
function DataSets({ flow }: { readonly flow: Flow }) {
  const { facts } = useStudio();
  const { t, exact } = useSpeech();
  const datasets = useDatasets();
  const compilation = useFacts((state) => state.compilation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the schema changes when the flow is compiled anew
  const schema = useMemo(() => facts.schema(), [facts, compilation]);
  const sets = [
    ...(schema.customers === undefined
      ? []
      : [
          {
            name: schema.customers.name,
            role: t('inspector.holdsCustomers', { key: schema.customers.key }),
            fields: schema.customers.fields.length,
          },
        ]),
    ...schema.collections.map((set) => ({
      name: set.name,
      role: t('inspector.holdsLines', { customer: set.customer }),
      fields: set.fields.length,
    })),
  ];
  return (
    <section className={classes.part} aria-label={t('inspector.data')}>
      <h3 className={classes.partTitle}>{t('inspector.data')}</h3>
      {sets.length === 0 && <p className={formClasses.hint}>{t('editor.noData')}</p>}
      <ul className={classes.dataList}>
        {sets.map((set) => {
          const imported = datasets.data?.find((each) => each.name === storedName(flow.data, set.name));
          return (
            <li key={set.name} className={classes.dataSet}>
              <span className={classes.dataName}>{set.name}</span>
              <span className={classes.dataRows}>
                {imported === undefined ? t('inspector.notImported') : t('inspector.rows', { n: exact(imported.rows) })}
              </span>
              <span className={classes.dataRole}>{set.role}</span>
              <span className={classes.dataFields}>{t('inspector.fields', { count: set.fields })}</span>
            </li>
          );
        })}
      </ul>
      <Link className={classes.link} to="/data">
        {t('inspector.toData')}
      </Link>
    </section>
  );
}

function Playbooks({ flow }: { readonly flow: Flow }) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const [fresh, setFresh] = useState<string | null>(null);
  const playbooks = flow.playbooks ?? [];
  const add = () => {
    const { id, command } = newPlaybook(flow, t('inspector.newPlaybook'));
    document.run(command);
    setFresh(id);
  };
  return (
    <section className={classes.part} aria-label={t('inspector.playbooks')}>
      <h3 className={classes.partTitle}>{t('inspector.playbooks')}</h3>
      {playbooks.length === 0 && <p className={formClasses.hint}>{t('inspector.noPlaybooks')}</p>}
      {playbooks.map((playbook) => (
        <PlaybookCard key={playbook.id} playbook={playbook} flow={flow} open={fresh === playbook.id} />
      ))}
      <Button className={formClasses.start ?? ''} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
        {t('inspector.addPlaybook')}
      </Button>
    </section>
  );
}
