// The published versions: what was live when, with its tiers; each can become the draft again or go live again.
import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Version } from '@tierflow/api';
import { replaceFlow } from '@tierflow/flow';
import { createElement } from 'react';
import { Failed, Loading } from '../../app/Failed.tsx';
import { useDocument, useStudio } from '../../app/studio.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { instantText } from '../../design/number-format.ts';
import { TierBar } from '../../design/TierBar.tsx';
import { UndoToast } from '../../design/UndoToast.tsx';
import { CallError, orThrow } from '../../server/server.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../publish.module.css';
import { useVersions } from '../use-outcome.ts';
import { useRollback } from '../use-publish.ts';

export function Versions() {
  const { t } = useSpeech();
  const versions = useVersions();
  const id = useDocument((state) => state.history?.present.id ?? '');
  if (versions.isError)
    return <Failed title={t('publish.noVersionsLoaded')} error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <Loading />;
  if (versions.data.versions.length === 0) return <EmptyState title={t('publish.noVersions')} text={t('publish.noVersionsHint')} />;
  return (
    <div className={classes.scroll}>
      <ul className={classes.versions}>
        {versions.data.versions.map((version) => (
          <VersionRow key={version.version} id={id} version={version} live={version.version === versions.data.live} />
        ))}
      </ul>
    </div>
  );
}

function VersionRow({ id, version, live }: { readonly id: string; readonly version: Version; readonly live: boolean }) {
  const { t, exact } = useSpeech();
  const rollback = useRollback();
  const restore = useRestore();
  return (
    <li>
      <div className={classes.versionHead}>
        <strong>v{version.version}</strong>
        {live && (
          <Badge size="sm" radius="sm" variant="light" color="green" tt="none">
            {t('flows.live')}
          </Badge>
        )}
        {version.restored !== null && <span className={classes.quiet}>{t('publish.restored', { version: version.restored })}</span>}
        <span className={classes.quiet}>{instantText(version.publishedAt)}</span>
        <span className={classes.versionTools}>
          <Button variant="subtle" size="compact-xs" onClick={() => void restore(version.version)}>
            {t('publish.restore')}
          </Button>
          {!live && (
            <Button
              variant="subtle"
              size="compact-xs"
              loading={rollback.isPending}
              onClick={() => rollback.mutate({ id, version: version.version })}
            >
              {t('publish.rollBack')}
            </Button>
          )}
        </span>
      </div>
      {version.note !== null && <p className={classes.versionNote}>{version.note}</p>}
      <TierBar tiers={version.tiers} unassigned={version.unassigned} />
      <p className={classes.quiet}>
        {t('publish.versionFacts', {
          n: exact(version.customers),
          day: version.asOf,
          generation: version.generation,
          digest: version.digest.slice(7, 19),
        })}
      </p>
    </li>
  );
}

/** Brings a version's content back as the draft; history is not rewritten, and undo takes it back. */
function useRestore(): (version: number) => Promise<void> {
  const { server, document, ui } = useStudio();
  const { t } = useSpeech();
  return async (version) => {
    try {
      const id = document.getState().history?.present.id ?? '';
      const { flow } = orThrow(await server.call('getVersion', { path: { id, version: String(version) } }));
      document.run((present) => replaceFlow(present, flow, 'restore'));
      ui.setState({ dialog: null });
      const toast = `restored-${version}-${document.getState().latest?.serial ?? 0}`;
      const undo = () => {
        document.undo();
        notifications.hide(toast);
      };
      notifications.show({
        id: toast,
        autoClose: 8000,
        message: createElement(UndoToast, { message: t('publish.restoredDraft', { version }), action: t('shell.undo'), onAction: undo }),
      });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const { failure } = error;
      notifications.show({ color: 'red', message: failure.kind === 'problem' ? failure.problem.detail : t('problems.network') });
    }
  };
}
