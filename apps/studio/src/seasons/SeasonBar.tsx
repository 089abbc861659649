// Above a node's settings: whose numbers are shown and edited, which of the node's differ, and the ways back.
import { NativeSelect } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { type FlowSeason, nodeOf, readPath, setSeasonValue } from '@tierflow/flow';
import { useDocument, useStudio } from '../app/studio.ts';
import { editedSeason, wholeFlow } from '../document/document-store.ts';
import { fieldLabel } from '../document/step-text.ts';
import { useSpeech } from '../words/use-words.ts';
import { lookAtSeason, usualDay } from './season-days.ts';
import classes from './seasons.module.css';
import { useSeasons } from './use-seasons.ts';

export function SeasonBar({ node }: { readonly node: string }) {
  const { document } = useStudio();
  const { t, title } = useSpeech();
  const seasons = useSeasons();
  const season = useDocument(editedSeason);
  if (seasons.length === 0) return null;
  const choose = (id: string) => {
    const state = document.getState();
    const flow = wholeFlow(state);
    if (flow === null) return;
    const { dataDay } = state;
    if (id !== '') return lookAtSeason(document, id);
    const day = dataDay === null ? undefined : usualDay(flow, dataDay);
    document.lookAt(day === undefined || day === dataDay ? null : day);
  };
  const name = season === undefined ? '' : title(season.title);
  return (
    <div className={classes.bar} data-in-season={season === undefined ? undefined : true}>
      <span className={classes.barHead}>
        <IconCalendarEvent size={14} aria-hidden="true" />
        <NativeSelect
          size="xs"
          className={classes.barSelect ?? ''}
          aria-label={t('seasons.chooser')}
          value={season?.id ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('seasons.usual') },
            ...seasons.map((each) => ({ value: each.id, label: t('seasons.inSeason', { season: title(each.title) }) })),
          ]}
        />
      </span>
      <span className={classes.barHint}>{season === undefined ? t('seasons.usualHint') : t('seasons.editing', { season: name })}</span>
      {season !== undefined && <Overrides node={node} season={season} />}
    </div>
  );
}

/** The node's numbers in the season beside the usual ones. */
function Overrides({ node, season }: { readonly node: string; readonly season: FlowSeason }) {
  const { document, kinds } = useStudio();
  const speech = useSpeech();
  const { t } = speech;
  const usual = useDocument((state) => {
    const flow = wholeFlow(state);
    return flow === null ? undefined : nodeOf(flow, node);
  });
  const own = season.values.filter((value) => value.node === node);
  if (own.length === 0 || usual === undefined) return null;
  return (
    <div className={classes.overrides}>
      <span>{t('seasons.changed', { count: own.length })}</span>
      <ul>
        {own.map(({ path, value }) => {
          const before = String(readPath(usual.config, path) ?? '—');
          return (
            <li key={path}>
              <span className={classes.overrideName}>{fieldLabel(usual.config, path, kinds.get(usual.kind), speech)}</span>
              <span className={classes.overrideValue}>{t('seasons.override', { value: String(value), usual: before })}</span>
              <button
                type="button"
                className={classes.reset}
                aria-label={t('seasons.reset', { usual: before })}
                onClick={() => document.run((flow) => setSeasonValue(flow, season.id, { node, path, value: undefined }))}
              >
                ↺
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
