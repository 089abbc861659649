// Runs: when which version was applied to everybody, with what result; members to save.
import { ActionIcon, Badge, Button, Menu, Progress, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPlayerPlay, IconTimeline } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FlowSummary, Run } from '@tierflow/api';
import { Failed, Loading } from '../app/Failed.tsx';
import page from '../app/page.module.css';
import { useStudio } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { instantText } from '../design/number-format.ts';
import { TierBar } from '../design/TierBar.tsx';
import { download } from '../drawer/people/export-people.ts';
import { useFlows } from '../server/flow-queries.ts';
import { CallError } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import { membersCsv } from './members-csv.ts';
import classes from './runs.module.css';
import { isUnderWay, useRuns, useStartRun } from './use-runs.ts';

export function RunsPage() {
  const { flow } = useSearch({ from: '/frame/runs' });
  const { t } = useSpeech();
  const navigate = useNavigate();
  const runs = useRuns(flow);
  const flows = useFlows();
  const published = (flows.data ?? []).filter(({ live }) => live !== null);
  const start = useStart(flow ?? published[0]?.id);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div>
          <h1>{t('runs.title')}</h1>
          <p>{t('runs.about')}</p>
        </div>
        <div className={page.tools}>
          <FlowChoice flows={published} flow={flow} />
          {published.length > 0 && (
            <Button leftSection={<IconPlayerPlay size={16} />} loading={start.busy} onClick={start.run}>
              {t('runs.run')}
            </Button>
          )}
        </div>
      </header>
      {runs.isPending && <Loading />}
      {runs.isError && <Failed title={t('runs.failed')} error={runs.error} retry={() => void runs.refetch()} />}
      {runs.isSuccess && runs.data.length === 0 && (
        <EmptyState
          icon={<IconTimeline size={40} stroke={1.25} />}
          title={t('runs.empty')}
          text={t('runs.emptyHint')}
          primary={
            published.length > 0
              ? { label: t('runs.run'), run: start.run }
              : { label: t('shell.backToFlows'), run: () => void navigate({ to: '/flows' }) }
          }
        />
      )}
      {runs.isSuccess && runs.data.length > 0 && <RunTable runs={runs.data} flows={flows.data ?? []} />}
    </div>
  );
}

function useStart(flow: string | undefined): { readonly busy: boolean; readonly run: () => void } {
  const { t } = useSpeech();
  const start = useStartRun();
  const onError = (error: Error) => {
    const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem.detail : t('problems.network');
    notifications.show({ color: 'red', message: problem });
  };
  return { busy: start.isPending, run: () => flow !== undefined && start.mutate(flow, { onError }) };
}

function FlowChoice({ flows, flow }: { readonly flows: readonly FlowSummary[]; readonly flow: string | undefined }) {
  const { t, title } = useSpeech();
  const navigate = useNavigate();
  return (
    <Select
      size="xs"
      w={240}
      clearable
      searchable
      aria-label={t('runs.flow')}
      placeholder={t('runs.allFlows')}
      data={flows.map((each) => ({ value: each.id, label: title(each.title) }))}
      value={flow ?? null}
      onChange={(id) => void navigate({ to: '/runs', search: id === null ? {} : { flow: id } })}
    />
  );
}

function RunTable({ runs, flows }: { readonly runs: readonly Run[]; readonly flows: readonly FlowSummary[] }) {
  const { t } = useSpeech();
  return (
    <table className={page.table}>
      <thead>
        <tr>
          <th>{t('runs.flow')}</th>
          <th className={classes.version}>{t('runs.version')}</th>
          <th className={page.number}>{t('runs.customers')}</th>
          <th>{t('flows.tiers')}</th>
          <th className={classes.day}>{t('runs.asOf')}</th>
          <th className={page.time}>{t('runs.when')}</th>
          <th className={page.actions} />
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} flow={flows.find(({ id }) => id === run.flow)} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run, flow }: { readonly run: Run; readonly flow: FlowSummary | undefined }) {
  const { t, title, exact, duration } = useSpeech();
  return (
    <tr>
      <td>
        {flow === undefined ? (
          run.flow
        ) : (
          <Link to="/flows/$id" params={{ id: run.flow }} className={page.name}>
            {title(flow.title)}
          </Link>
        )}
      </td>
      <td>
        v{run.version}
        {flow?.live?.version === run.version && (
          <Badge size="sm" radius="sm" variant="light" color="green" tt="none" className={page.badge}>
            {t('flows.live')}
          </Badge>
        )}
      </td>
      <td className={page.number}>{run.customers === null ? <span className={page.quiet}>—</span> : exact(run.customers)}</td>
      <td>
        <RunResult run={run} />
      </td>
      <td className={page.quiet}>{run.asOf}</td>
      <td className={page.quiet} title={run.milliseconds === null ? undefined : duration(run.milliseconds)}>
        {instantText(run.createdAt)}
      </td>
      <td>{run.state === 'done' && <Members run={run} />}</td>
    </tr>
  );
}

function RunResult({ run }: { readonly run: Run }) {
  const { t } = useSpeech();
  if (isUnderWay(run))
    return <Progress value={100} animated size="sm" aria-label={t(`runs.${run.state === 'waiting' ? 'waiting' : 'running'}`)} />;
  if (run.state !== 'done') {
    return (
      <span className={classes.failed} title={run.problem?.message}>
        {run.problem?.message ?? t('runs.cancelled')}
      </span>
    );
  }
  if (run.tiers.length === 0) return <span className={page.quiet}>{t('runs.noTiers')}</span>;
  return <TierBar tiers={run.tiers} unassigned={run.unassigned ?? 0} />;
}

function Members({ run }: { readonly run: Run }) {
  const { server } = useStudio();
  const speech = useSpeech();
  const { t, text, exact } = speech;
  const save = async (tier: string | undefined) => {
    try {
      const content = await membersCsv(server, run, tier, speech);
      download(content, `${run.flow}-v${run.version}-${run.asOf}${tier === undefined ? '' : `-${tier}`}.csv`);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const { failure } = error;
      notifications.show({ color: 'red', message: failure.kind === 'problem' ? failure.problem.detail : t('problems.network') });
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('runs.members')} title={t('runs.members')}>
          <IconDownload size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('runs.members')}</Menu.Label>
        <Menu.Item onClick={() => void save(undefined)}>{t('runs.everybody')}</Menu.Item>
        {run.tiers.map((tier) => (
          <Menu.Item key={tier.id} rightSection={exact(tier.n)} onClick={() => void save(tier.id)}>
            {text(tier.title)}
          </Menu.Item>
        ))}
        {(run.unassigned ?? 0) > 0 && (
          <Menu.Item rightSection={exact(run.unassigned ?? 0)} onClick={() => void save('unassigned')}>
            {t('canvas.unassigned')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
