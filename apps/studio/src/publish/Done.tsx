// What was published, and how other systems use it: commands to copy, filled in.
import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCircleCheckFilled, IconCopy } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Published } from '@tierflow/api';
import { useDocument, useStudio } from '../app/studio.ts';
import { orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import { waysToUse } from './commands.ts';
import classes from './publish.module.css';

export function Done({ published }: { readonly published: Published }) {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const id = useDocument((state) => state.history?.present.id ?? '');
  const sample = useSampleKey();
  const ways = waysToUse({ origin: window.location.origin, flow: id, customer: sample });
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.done} role="status">
          <IconCircleCheckFilled size={36} className={classes.tick} aria-hidden="true" />
          <div>
            <h3>{t('publish.done', { version: published.version })}</h3>
            <dl>
              <dt>{t('publish.revision')}</dt>
              <dd>{published.revision}</dd>
              <dt>{t('publish.digest')}</dt>
              <dd className={classes.digest}>{published.digest}</dd>
            </dl>
          </div>
        </div>
        <h3 className={classes.heading}>{t('publish.use')}</h3>
        {ways.map(({ name, command }) => (
          <Command key={name} title={t(`publish.${name}`)} command={command} />
        ))}
      </div>
      <footer className={classes.foot}>
        <RunNow flow={id} />
        <Button onClick={() => ui.setState({ dialog: null })}>{t('publish.back')}</Button>
      </footer>
    </>
  );
}

/** Applies what was just published to all customers. */
function RunNow({ flow }: { readonly flow: string }) {
  const { server, ui } = useStudio();
  const { t } = useSpeech();
  const navigate = useNavigate();
  const run = useMutation({
    mutationFn: async () => orThrow(await server.call('createRun', { body: { flow } })),
    onSuccess: () => {
      ui.setState({ dialog: null });
      void navigate({ to: '/runs', search: { flow } });
    },
  });
  return (
    <Button variant="default" loading={run.isPending} onClick={() => run.mutate()}>
      {t('publish.runNow')}
    </Button>
  );
}

/** Some customer's key, so that the example works as it stands. */
function useSampleKey(): string {
  const { server, facts } = useStudio();
  const dataset = facts.schema().customers?.name ?? facts.schema().collections[0]?.name;
  const found = useQuery({
    queryKey: ['customers', dataset, '', 'sample'],
    queryFn: async () =>
      orThrow(await server.call('searchCustomers', { query: { limit: 1, ...(dataset === undefined ? {} : { dataset }) } })).customers,
  });
  return found.data?.[0]?.key ?? 'KEY';
}

function Command({ title, command }: { readonly title: string; readonly command: string }) {
  const { t } = useSpeech();
  return (
    <section className={classes.command}>
      <header>
        <h4>{title}</h4>
        <CopyButton value={command}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'testCustomer.copied' : 'testCustomer.copy')}>
              <ActionIcon size={24} aria-label={`${t('testCustomer.copy')}: ${title}`} onClick={copy}>
                {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled with the keys */}
      <pre tabIndex={0}>{command}</pre>
    </section>
  );
}
