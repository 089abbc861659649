// The list of flows.
import { ActionIcon, Badge, Button, FileButton, Menu, TextInput } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconDownload,
  IconFolderOpen,
  IconPencil,
  IconPlus,
  IconRoute,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FlowSummary } from '@tierflow/api';
import { useState } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { instantText } from '../design/number-format.ts';
import { TierBar } from '../design/TierBar.tsx';
import { useWorkspace } from '../server/data-queries.ts';
import { useFlowFiles } from '../server/flow-files.ts';
import { useFlowActions, useFlows } from '../server/flow-queries.ts';
import { PageTabs } from '../templates/PageTabs.tsx';
import { useSpeech } from '../words/use-words.ts';
import { Failed, Loading } from './Failed.tsx';
import classes from './page.module.css';

export function FlowsPage() {
  const { t, title } = useSpeech();
  const flows = useFlows();
  const workspace = useWorkspace();
  const actions = useFlowActions();
  const files = useFlowFiles();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const found = (flows.data ?? []).filter((flow) => title(flow.title).toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  return (
    <div className={classes.page}>
      <PageTabs />
      <header className={classes.head}>
        <div>
          <h1>{t('flows.title')}</h1>
          <p>{t('flows.about')}</p>
        </div>
        <div className={classes.tools}>
          <TextInput
            leftSection={<IconSearch size={14} />}
            size="xs"
            placeholder={t('flows.search')}
            aria-label={t('flows.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FileButton accept=".json,application/json" onChange={(file) => file !== null && files.open(file)}>
            {(props) => (
              <Button variant="default" leftSection={<IconFolderOpen size={16} />} {...props}>
                {t('flows.importFlow')}
              </Button>
            )}
          </FileButton>
          <Button leftSection={<IconPlus size={16} />} loading={actions.busy} onClick={() => actions.create()}>
            {t('flows.new')}
          </Button>
        </div>
      </header>
      {workspace.data?.preparing === true && <p className={classes.notice}>{t('flows.preparing')}</p>}
      {flows.isPending && <Loading />}
      {flows.isError && <Failed title={t('flows.failed')} error={flows.error} retry={() => void flows.refetch()} />}
      {flows.isSuccess && flows.data.length === 0 && (
        <EmptyState
          icon={<IconRoute size={40} stroke={1.25} />}
          title={t('flows.empty')}
          text={t('flows.emptyHint')}
          primary={{ label: t('flows.new'), run: actions.create }}
          other={{ label: t('flows.importData'), run: () => void navigate({ to: '/data/import' }) }}
        />
      )}
      {flows.isSuccess && flows.data.length > 0 && found.length === 0 && <p className={classes.notice}>{t('flows.noMatch')}</p>}
      {found.length > 0 && <FlowTable flows={found} />}
    </div>
  );
}

function FlowTable({ flows }: { readonly flows: readonly FlowSummary[] }) {
  const { t } = useSpeech();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('flows.name')}</th>
          <th className={classes.version}>{t('flows.live')}</th>
          <th className={classes.number}>{t('flows.customers')}</th>
          <th className={classes.shares}>{t('flows.tiers')}</th>
          <th className={classes.time}>{t('flows.updated')}</th>
          <th className={classes.actions} />
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <FlowRow key={flow.id} flow={flow} />
        ))}
      </tbody>
    </table>
  );
}

function FlowRow({ flow }: { readonly flow: FlowSummary }) {
  const { t, title, exact } = useSpeech();
  const name = title(flow.title);
  const when = flow.draft?.savedAt ?? flow.live?.publishedAt ?? flow.createdAt;
  return (
    <tr>
      <td>
        <Link to="/flows/$id" params={{ id: flow.id }} className={classes.name}>
          {name}
        </Link>
        {flow.draft?.changed === true && (
          <Badge size="sm" radius="sm" variant="light" color="yellow" className={classes.badge} title={t('flows.draftChanged')}>
            {t('flows.draft')}
          </Badge>
        )}
      </td>
      <td>
        {flow.live === null ? (
          <span className={classes.quiet}>{t('flows.neverPublished')}</span>
        ) : (
          <span className={classes.live}>v{flow.live.version}</span>
        )}
      </td>
      <td className={classes.number}>{flow.result === null ? <span className={classes.quiet}>—</span> : exact(flow.result.customers)}</td>
      <td>
        {flow.result === null ? (
          <span className={classes.quiet}>{t('flows.noResult')}</span>
        ) : (
          <TierBar tiers={flow.result.tiers} unassigned={flow.result.unassigned} />
        )}
      </td>
      <td className={classes.quiet}>{instantText(when)}</td>
      <td>
        <FlowMenu flow={flow} name={name} />
      </td>
    </tr>
  );
}

function FlowMenu({ flow, name }: { readonly flow: FlowSummary; readonly name: string }) {
  const { t } = useSpeech();
  const navigate = useNavigate();
  const actions = useFlowActions();
  const files = useFlowFiles();
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon aria-label={t('flows.actions', { title: name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => void navigate({ to: '/flows/$id', params: { id: flow.id } })}>
          {t('flows.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => actions.duplicate(flow)}>
          {t('flows.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={14} />} onClick={() => files.save(flow)}>
          {t('flows.export')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} />} color="red" onClick={() => actions.remove(flow)}>
          {t('flows.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
