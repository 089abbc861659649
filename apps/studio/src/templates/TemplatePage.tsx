// One template: what it does, where it comes from, its flow with counts on the reader's own data, the mapping of fields, its playbooks.
import { Button } from '@mantine/core';
import { IconFlask, IconRoute } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { articles, flowOfTemplate, type Mapping, matchTemplate, missingFields, type Template, templates } from '@tierflow/templates';
import { useMemo, useState } from 'react';
import { NotFound } from '../app/Crashed.tsx';
import { Failed, Loading } from '../app/Failed.tsx';
import page from '../app/page.module.css';
import { useStudio } from '../app/studio.ts';
import { orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import { FieldMapping } from './FieldMapping.tsx';
import { FlowSketch } from './FlowSketch.tsx';
import { PlaybookList } from './PlaybookList.tsx';
import classes from './templates.module.css';
import { type OwnSet, useAvailable } from './use-available.ts';
import { useOpenTemplate } from './use-open-template.ts';

export function TemplatePage() {
  const { id } = useParams({ from: '/frame/templates/$id' });
  const { t } = useSpeech();
  const available = useAvailable();
  const template = templates.find((one) => one.id === id);
  if (template === undefined) return <NotFound />;
  if (available.isPending) return <Loading />;
  if (available.isError) return <Failed title={t('templates.failed')} error={available.error} retry={() => void available.refetch()} />;
  return <Opened key={id} template={template} available={available.data} />;
}

interface Props {
  readonly template: Template;
  readonly available: readonly OwnSet[];
}

function Opened({ template, available }: Props) {
  const { t, text } = useSpeech();
  const [mapping, setMapping] = useState(() => matchTemplate(template, available));
  const missing = missingFields(template, mapping);
  const open = useOpenTemplate(template);
  return (
    <div className={page.page}>
      <Link to="/templates" className={page.crumb}>
        {t('templates.title')}
      </Link>
      <header className={page.head}>
        <div className={classes.intro}>
          <h1>{text(template.title)}</h1>
          <p>{text(template.about)}</p>
          <p className={classes.source}>
            {t('templates.from', { article: articles[template.article] })} · {text(template.ours)}
          </p>
        </div>
        <div className={page.tools}>
          <Button
            variant="default"
            leftSection={<IconFlask size={16} />}
            loading={open.withExample}
            disabled={open.busy}
            onClick={open.onExampleData}
          >
            {t('templates.useExample')}
          </Button>
          <Button
            leftSection={<IconRoute size={16} />}
            loading={open.busy && !open.withExample}
            disabled={missing.length > 0 || open.busy}
            onClick={() => open.onOwnData(mapping)}
          >
            {t('templates.create')}
          </Button>
        </div>
      </header>
      <p className={classes.verdict} data-complete={missing.length === 0} role="status">
        {missing.length === 0
          ? t('templates.complete')
          : t('templates.missing', { fields: missing.map(({ field }) => text(field.title)).join(t('templates.comma')) })}
      </p>
      <CountedSketch template={template} mapping={missing.length === 0 ? mapping : undefined} />
      <FieldMapping template={template} available={available} mapping={mapping} onChange={setMapping} />
      <section aria-labelledby="playbooks">
        <h2 id="playbooks" className={classes.group}>
          {t('templates.playbooks')}
        </h2>
        <PlaybookList playbooks={template.playbooks} />
      </section>
    </div>
  );
}

/** The flow; with a complete mapping, counted on the reader's data. */
function CountedSketch({ template, mapping }: { readonly template: Template; readonly mapping: Mapping | undefined }) {
  const { server } = useStudio();
  const { t, text, language } = useSpeech();
  const flow = useMemo(
    () => flowOfTemplate(template, { id: template.id, timeZone: 'Asia/Shanghai', language, ...(mapping === undefined ? {} : { mapping }) }),
    [template, language, mapping],
  );
  const preview = useQuery({
    queryKey: ['template-preview', flow.data, template.id],
    queryFn: async ({ signal }) => orThrow(await server.call('preview', { body: { flow }, signal })),
    enabled: mapping !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const nodes = mapping === undefined ? undefined : preview.data?.nodes;
  const counts = useMemo(() => new Map(Object.entries(nodes ?? {}).map(([id, { n }]) => [id, n])), [nodes]);
  return (
    <figure className={classes.figure}>
      <FlowSketch flow={flow} counts={counts} label={t('templates.sketch', { title: text(template.title) })} />
      <figcaption className={classes.source}>{t(counts.size > 0 ? 'templates.counted' : 'templates.notCounted')}</figcaption>
    </figure>
  );
}
