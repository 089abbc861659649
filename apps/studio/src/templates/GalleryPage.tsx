// The gallery of templates: by group, with the article, the fields that are needed and which of them the workspace has.
import { TextInput } from '@mantine/core';
import { IconCheck, IconSearch, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { articles, flowOfTemplate, matchTemplate, missingFields, type Template, templateGroups, templates } from '@tierflow/templates';
import { useMemo, useState } from 'react';
import page from '../app/page.module.css';
import { useSpeech } from '../words/use-words.ts';
import { FlowSketch } from './FlowSketch.tsx';
import { PageTabs } from './PageTabs.tsx';
import classes from './templates.module.css';
import { type OwnSet, useAvailable } from './use-available.ts';

export function GalleryPage() {
  const { t, text } = useSpeech();
  const available = useAvailable();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = templates.filter((template) => wordsOf(template).includes(wanted));
  const groups = Object.entries(templateGroups).filter(([group]) => found.some((template) => template.group === group));
  return (
    <div className={page.page}>
      <PageTabs />
      <header className={page.head}>
        <div>
          <h1>{t('templates.title')}</h1>
          <p>{t('templates.about', { n: templates.length })}</p>
        </div>
        <div className={page.tools}>
          <TextInput
            leftSection={<IconSearch size={14} />}
            size="xs"
            placeholder={t('templates.search')}
            aria-label={t('templates.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      </header>
      {found.length === 0 && <p className={page.notice}>{t('templates.noMatch')}</p>}
      {groups.map(([group, title]) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className={classes.group}>
            {text(title)}
          </h2>
          <ul className={classes.cards}>
            {found
              .filter((template) => template.group === group)
              .map((template) => (
                <TemplateCard key={template.id} template={template} available={available.data} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Everything a search may hit, both languages. */
function wordsOf({ id, title, about, article, data }: Template): string {
  const fields = data.flatMap((set) => set.fields.flatMap((field) => [field.name, field.title.en, field.title['zh-CN']]));
  return [id, title.en, title['zh-CN'], about.en, about['zh-CN'], articles[article], ...fields].join('\n').toLocaleLowerCase();
}

interface CardProps {
  readonly template: Template;
  /** Not known while the data sets are being asked for. */
  readonly available: readonly OwnSet[] | undefined;
}

function TemplateCard({ template, available }: CardProps) {
  const { t, text } = useSpeech();
  const flow = useMemo(() => flowOfTemplate(template, { id: template.id, timeZone: 'UTC', language: 'en' }), [template]);
  const missing = useMemo(() => {
    if (available === undefined) return undefined;
    return new Set(missingFields(template, matchTemplate(template, available)).map(({ set, field }) => `${set.name}.${field.name}`));
  }, [template, available]);
  const fields = template.data.flatMap((set) => set.fields.filter(({ name }) => name !== set.customer).map((field) => ({ set, field })));
  return (
    <li className={classes.card}>
      <FlowSketch flow={flow} label={t('templates.sketch', { title: text(template.title) })} />
      <Link to="/templates/$id" params={{ id: template.id }} className={classes.cardTitle}>
        {text(template.title)}
      </Link>
      <p className={classes.cardAbout}>{text(template.about)}</p>
      <p className={classes.source}>{t('templates.from', { article: articles[template.article] })}</p>
      <ul className={classes.fields} aria-label={t('templates.needs')}>
        {fields.map(({ set, field }) => {
          const has = missing === undefined ? undefined : !missing.has(`${set.name}.${field.name}`);
          return (
            <li
              key={`${set.name}.${field.name}`}
              className={classes.field}
              data-has={has}
              title={`${text(set.title)}: ${text(field.purpose)}`}
            >
              {has === true && <IconCheck size={12} stroke={2.4} aria-label={t('templates.has')} />}
              {has === false && <IconX size={12} stroke={2.4} aria-label={t('templates.lacks')} />}
              {text(field.title)}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
