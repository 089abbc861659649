// Step 4: what will be done, the import under way, and its result.
import { Alert, Button, Progress } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Import, Probe } from '@tierflow/api';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../import.module.css';
import { RejectTable } from '../RejectTable.tsx';
import { useFlowFrom } from '../use-flow-from.ts';
import { importQuery, type Mapping, type Reading } from './draft.ts';
import type { SourceFile } from './source-file.ts';
import type { useImport } from './use-import.ts';

interface Props {
  readonly source: SourceFile;
  readonly reading: Reading;
  readonly probe: Probe;
  readonly mapping: Mapping;
  readonly importing: ReturnType<typeof useImport>;
  readonly onStep: (step: 'choose' | 'read' | 'map') => void;
}

export function CheckStep({ source, reading, probe, mapping, importing, onStep }: Props) {
  const { progress } = importing;
  const start = (tolerance?: number) =>
    void importing.start({ source, dataset: mapping.dataset, query: importQuery(reading, mapping, probe, tolerance) });
  const done = progress.phase === 'ended' && progress.import.state === 'done' ? progress.import : undefined;
  return (
    <div className={classes.step}>
      {progress.phase === 'idle' && (
        <Ready source={source} probe={probe} mapping={mapping} onStart={() => start()} onBack={() => onStep('map')} />
      )}
      {(progress.phase === 'sending' || progress.phase === 'running') && (
        <UnderWay running={progress.phase === 'running' ? progress.import : undefined} onCancel={() => void importing.cancel()} />
      )}
      {progress.phase === 'refused' && (
        <Unfinished
          message={progress.failure.kind === 'problem' ? progress.failure.problem.detail : undefined}
          code={progress.failure.kind === 'problem' ? progress.failure.problem.code : undefined}
          onStart={start}
          onStep={onStep}
        />
      )}
      {progress.phase === 'ended' && done === undefined && (
        <Unfinished
          cancelled={progress.import.state === 'cancelled'}
          message={progress.import.problem?.message}
          code={progress.import.problem?.code}
          onStart={start}
          onStep={onStep}
        />
      )}
      {done !== undefined && <Result done={done} mapping={mapping} onAnother={() => onStep('choose')} />}
    </div>
  );
}

function Ready({
  source,
  probe,
  mapping,
  onStart,
  onBack,
}: Pick<Props, 'source' | 'probe' | 'mapping'> & { readonly onStart: () => void; readonly onBack: () => void }) {
  const { t, exact } = useSpeech();
  const facts = [
    [t('importing.file'), source.name],
    [t('importing.dataset'), mapping.dataset],
    [t('importing.kind'), t(`importing.${mapping.kind}`)],
    mapping.kind === 'customers' ? [t('importing.key'), mapping.key] : [t('importing.customer'), mapping.customer],
    ...(mapping.kind === 'collection' && mapping.time !== null ? [[t('importing.time'), mapping.time]] : []),
    [t('data.columns'), exact(probe.columns.length)],
  ];
  return (
    <>
      <dl className={classes.summary}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <footer className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {t('importing.back')}
        </Button>
        <Button onClick={onStart}>{t('importing.start')}</Button>
      </footer>
    </>
  );
}

function UnderWay({ running, onCancel }: { readonly running: Import | undefined; readonly onCancel: () => void }) {
  const { t, exact, percent } = useSpeech();
  return (
    <div className={classes.underWay} role="status">
      <strong>
        {running === undefined ? t('importing.sending') : t(running.state === 'waiting' ? 'importing.waiting' : 'importing.reading')}
      </strong>
      <Progress
        value={running === undefined ? 100 : 100 * running.progress}
        animated={running === undefined}
        size="md"
        w="100%"
        aria-label={t('importing.progress')}
      />
      <span className={classes.quiet}>
        {running !== undefined && percent(running.progress)}
        {running?.loaded != null && ` · ${t('importing.loadedSoFar', { n: exact(running.loaded) })}`}
      </span>
      <Button variant="default" onClick={onCancel}>
        {t('shell.cancel')}
      </Button>
    </div>
  );
}

interface UnfinishedProps {
  readonly cancelled?: boolean;
  readonly message: string | undefined;
  readonly code: string | undefined;
  readonly onStart: (tolerance?: number) => void;
  readonly onStep: Props['onStep'];
}

/** Nothing was imported: why, and where to go from here. */
function Unfinished({ cancelled = false, message, code, onStart, onStep }: UnfinishedProps) {
  const { t } = useSpeech();
  const title = cancelled ? t('importing.cancelled') : (message ?? t('problems.network'));
  return (
    <Alert color={cancelled ? 'gray' : 'red'} role="alert" title={title} className={classes.alert}>
      <p>{t('importing.nothing')}</p>
      {code !== undefined && !cancelled && (
        <p className={classes.quiet}>
          {t('importing.code')}: <code>{code}</code>
        </p>
      )}
      <div className={classes.alertTools}>
        <Button variant="default" onClick={() => onStep('read')}>
          {t('importing.toRead')}
        </Button>
        <Button variant="default" onClick={() => onStep('map')}>
          {t('importing.toMap')}
        </Button>
        {code === 'import.rejected' ? (
          <Button onClick={() => onStart(1)}>{t('importing.anyway')}</Button>
        ) : (
          <Button onClick={() => onStart()}>{t('shell.retry')}</Button>
        )}
      </div>
    </Alert>
  );
}

function Result({ done, mapping, onAnother }: { readonly done: Import; readonly mapping: Mapping; readonly onAnother: () => void }) {
  const { t, exact } = useSpeech();
  const navigate = useNavigate();
  const flow = useFlowFrom();
  const rows = done.rows ?? 0;
  const loaded = done.loaded ?? 0;
  const rejected = done.rejected ?? 0;
  return (
    <>
      <div className={classes.result} role="status">
        <IconCircleCheckFilled size={32} aria-hidden="true" />
        <div>
          <h2>{t('importing.done', { name: mapping.dataset })}</h2>
          <p className={classes.equation}>
            <span>{t('importing.rowsIn', { n: exact(rows) })}</span>
            <span aria-hidden="true">=</span>
            <b>{t('importing.loaded', { n: exact(loaded) })}</b>
            <span aria-hidden="true">+</span>
            <span data-bad={rejected > 0 || undefined}>{t('importing.refused', { n: exact(rejected) })}</span>
          </p>
          {(done.withoutCustomer ?? 0) > 0 && (
            <p className={classes.quiet}>{t('data.withoutCustomer', { n: exact(done.withoutCustomer ?? 0) })}</p>
          )}
          {done.notices.map((notice) => (
            <p key={notice.message} className={classes.notice}>
              {notice.message}
            </p>
          ))}
        </div>
        <div className={classes.resultTools}>
          <Button loading={flow.busy} onClick={() => flow.create(mapping.dataset)}>
            {t('importing.createFlow')}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/templates' })}>
            {t('templates.start')}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/data/$name', params: { name: mapping.dataset } })}>
            {t('importing.openData')}
          </Button>
          <Button variant="subtle" onClick={onAnother}>
            {t('importing.another')}
          </Button>
        </div>
      </div>
      <RejectTable dataset={done.dataset} id={done.id} />
    </>
  );
}
