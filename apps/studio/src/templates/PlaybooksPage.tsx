// The playbook library: what is done for customers in the flows there are, and what the templates suggest.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { localText, type Title } from '@tierflow/flow';
import { templates } from '@tierflow/templates';
import { type ReactNode, useState } from 'react';
import { Failed, Loading } from '../app/Failed.tsx';
import page from '../app/page.module.css';
import { useStudio } from '../app/studio.ts';
import { contentOf } from '../server/flow-queries.ts';
import { orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import { PlaybookList, type ShownPlaybook } from './PlaybookList.tsx';
import classes from './templates.module.css';

interface Holder {
  readonly id: string;
  readonly title: Title;
  readonly playbooks: readonly ShownPlaybook[];
}

export function PlaybooksPage() {
  const { t, title } = useSpeech();
  const flows = useFlowPlaybooks();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const own = found(flows.data ?? [], wanted);
  const suggested = found(templates, wanted);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div>
          <h1>{t('templates.library')}</h1>
          <p>{t('templates.libraryAbout')}</p>
        </div>
        <div className={page.tools}>
          <TextInput
            leftSection={<IconSearch size={14} />}
            size="xs"
            placeholder={t('templates.findPlaybook')}
            aria-label={t('templates.findPlaybook')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      </header>
      {flows.isPending && <Loading />}
      {flows.isError && <Failed title={t('flows.failed')} error={flows.error} retry={() => void flows.refetch()} />}
      {flows.isSuccess && own.length + suggested.length === 0 && <p className={page.notice}>{t('templates.noPlaybook')}</p>}
      <Holders
        id="own"
        heading={t('templates.inFlows')}
        holders={own}
        link={(holder) => (
          <Link to="/flows/$id" params={{ id: holder.id }} className={page.name}>
            {title(holder.title)}
          </Link>
        )}
      />
      <Holders
        id="suggested"
        heading={t('templates.inTemplates')}
        holders={suggested}
        link={(holder) => (
          <Link to="/templates/$id" params={{ id: holder.id }} className={page.name}>
            {title(holder.title)}
          </Link>
        )}
      />
    </div>
  );
}

interface HoldersProps {
  readonly id: string;
  readonly heading: string;
  readonly holders: readonly Holder[];
  readonly link: (holder: Holder) => ReactNode;
}

function Holders({ id, heading, holders, link }: HoldersProps) {
  if (holders.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.group}>
        {heading}
      </h2>
      {holders.map((holder) => (
        <section key={holder.id}>
          <h3 className={classes.holder}>{link(holder)}</h3>
          <PlaybookList playbooks={holder.playbooks} level="h4" />
        </section>
      ))}
    </section>
  );
}

/** The playbooks of all drafts; flows without any are left out. */
function useFlowPlaybooks() {
  const { server } = useStudio();
  return useQuery({
    queryKey: ['flows', 'playbooks'],
    queryFn: async (): Promise<readonly Holder[]> => {
      const { flows } = orThrow(await server.call('listFlows'));
      const contents = await Promise.all(flows.map((flow) => contentOf(server, flow)));
      return contents.map(({ id, title, playbooks = [] }) => ({ id, title, playbooks }));
    },
    refetchOnMount: 'always',
  });
}

/** Playbooks that have the text in them, in either language; a holder that has it in its title shows all. */
function found(holders: readonly Holder[], wanted: string): readonly Holder[] {
  const has = (...texts: readonly (Title | undefined)[]) =>
    texts.some((text) => text !== undefined && Object.values(localText(text)).join('\n').toLocaleLowerCase().includes(wanted));
  return holders.flatMap((holder) => {
    const playbooks = has(holder.title)
      ? holder.playbooks
      : holder.playbooks.filter(({ title, actions = [], channel, owner, offer }) => has(title, channel, owner, offer, ...actions));
    return playbooks.length === 0 ? [] : [{ id: holder.id, title: holder.title, playbooks }];
  });
}
