// The flow's seasons: a year as a strip, and each season with its days, its numbers and the way to look at it.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconHelpCircle, IconPlus, IconTrash } from '@tabler/icons-react';
import { type FlowSeason, freshId, moveSeason, nodeOf, putSeason, readPath, removeSeason } from '@tierflow/flow';
import { useState } from 'react';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { wholeFlow } from '../document/document-store.ts';
import { fieldLabel } from '../document/step-text.ts';
import { TitleControl } from '../inspector/fields/TitleControl.tsx';
import formClasses from '../inspector/form/form.module.css';
import { HelpDrawer } from '../inspector/help/HelpDialog.tsx';
import { flowHelpPage } from '../inspector/help/help-pages.ts';
import inspector from '../inspector/inspector.module.css';
import { useDiagnosticText } from '../words/use-diagnostic-text.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import { DayEnds } from './DayEnds.tsx';
import { dayOfSeason } from './season-days.ts';
import classes from './seasons.module.css';
import { useSeasons } from './use-seasons.ts';
import { YearStrip } from './YearStrip.tsx';

export function SeasonsPanel() {
  const { document } = useStudio();
  const { t, language } = useSpeech();
  const [help, setHelp] = useState(false);
  const seasons = useSeasons();
  const day = useDocument((state) => state.dataDay);
  const add = () => {
    const id = freshId(new Set(seasons.map((season) => season.id)), 'season');
    document.run((flow) => putSeason(flow, { id, title: t('seasons.newTitle'), from: '11-01', to: '11-11', yearly: true, values: [] }));
  };
  return (
    <section className={inspector.part} aria-label={t('seasons.title')}>
      <h3 className={inspector.partTitle}>
        {t('seasons.title')}
        <Tooltip label={t('seasons.help')}>
          <ActionIcon size={20} aria-label={t('seasons.help')} onClick={() => setHelp(true)}>
            <IconHelpCircle size={14} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </h3>
      {seasons.length === 0 && <p className={formClasses.hint}>{t('seasons.about')}</p>}
      {seasons.length > 0 && day !== null && <YearStrip seasons={seasons} day={day} />}
      <ul className={classes.list}>
        {seasons.map((season, at) => (
          <SeasonCard key={season.id} season={season} first={at === 0} last={at === seasons.length - 1} />
        ))}
      </ul>
      <Button className={formClasses.start ?? ''} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
        {t('seasons.add')}
      </Button>
      <HelpDrawer
        title={t('seasons.title')}
        page={{ key: 'seasons', load: () => flowHelpPage('seasons', language) }}
        open={help}
        onClose={() => setHelp(false)}
      />
    </section>
  );
}

interface CardProps {
  readonly season: FlowSeason;
  readonly first: boolean;
  readonly last: boolean;
}

function SeasonCard({ season, first, last }: CardProps) {
  const { document } = useStudio();
  const { t, title } = useSpeech();
  const say = useDiagnosticText();
  const remarks = useFacts((state) => state.diagnostics).filter(
    ({ at, code }) => at.season === season.id && at.node === undefined && code.startsWith('season.'),
  );
  const name = title(season.title);
  const look = useDocument((state) => {
    const flow = wholeFlow(state);
    return flow === null || state.dataDay === null ? undefined : dayOfSeason(flow, season, state.dataDay);
  });
  const tools = [
    {
      label: t('seasons.earlier', { title: name }),
      Icon: IconArrowUp,
      off: first,
      run: () => document.run((flow) => moveSeason(flow, season.id, -1)),
    },
    {
      label: t('seasons.later', { title: name }),
      Icon: IconArrowDown,
      off: last,
      run: () => document.run((flow) => moveSeason(flow, season.id, 1)),
    },
    {
      label: t('seasons.remove', { title: name }),
      Icon: IconTrash,
      off: false,
      run: () => document.run((flow) => removeSeason(flow, season.id)),
    },
  ];
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <TitleControl
          label={t('seasons.name')}
          value={season.title}
          required
          onCommit={(next) => next !== null && document.run((flow) => putSeason(flow, { ...season, title: next }))}
        />
        {tools.map(({ label, Icon, off, run }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon size={22} aria-label={label} disabled={off} onClick={run}>
              <Icon size={14} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <DayEnds season={season} />
      {remarks.map((remark) => (
        <p key={say(remark)} className={classes.remark} data-severity={remark.severity}>
          {say(remark)}
        </p>
      ))}
      <Numbers season={season} />
      {look !== undefined && (
        <Button size="compact-xs" variant="light" className={formClasses.start ?? ''} onClick={() => document.lookAt(look)}>
          {t('seasons.look', { day: look })}
        </Button>
      )}
    </li>
  );
}

/** The season's numbers, node by node. */
function Numbers({ season }: { readonly season: FlowSeason }) {
  const { kinds } = useStudio();
  const speech = useSpeech();
  const { t } = speech;
  const titleOf = useNodeTitle();
  const flow = useDocument(wholeFlow);
  if (season.values.length === 0 || flow === null) return <p className={formClasses.hint}>{t('seasons.noNumbers')}</p>;
  return (
    <details className={classes.numbers}>
      <summary>{t('seasons.numbers', { count: season.values.length })}</summary>
      <ul>
        {season.values.map(({ node, path, value }) => {
          const config = nodeOf(flow, node)?.config;
          const kind = kinds.get(nodeOf(flow, node)?.kind ?? '');
          const usual = String(readPath(config, path) ?? '—');
          return (
            <li key={`${node} ${path}`}>
              <span>
                {titleOf(flow, node)} · {fieldLabel(config, path, kind, speech)}
              </span>
              <span className={classes.overrideValue}>{t('seasons.override', { value: String(value), usual })}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
