// The day the flow is looked at on: the data's, a day of a season, or any other. A later day is told apart from what is known.
import { Button, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { setPanel } from '../app/preferences.ts';
import { useDocument, useStudio } from '../app/studio.ts';
import { select } from '../app/ui-store.ts';
import { editedSeason, wholeFlow } from '../document/document-store.ts';
import { useSpeech } from '../words/use-words.ts';
import { dayOfSeason, usualDay } from './season-days.ts';
import classes from './seasons.module.css';

export function DayChooser() {
  const { document, ui, preferences } = useStudio();
  const { t, title } = useSpeech();
  const [open, setOpen] = useState(false);
  const day = useDocument((state) => state.day);
  const dataDay = useDocument((state) => state.dataDay);
  const flow = useDocument(wholeFlow);
  const season = useDocument(editedSeason);
  if (dataDay === null || flow === null) return null;
  const choose = (chosen: string | null) => {
    document.lookAt(chosen === dataDay ? null : chosen);
    setOpen(false);
  };
  const usual = usualDay(flow, dataDay);
  const told =
    day === null ? t('seasons.data', { day: dataDay }) : t(day > dataDay ? 'seasons.asIf' : 'seasons.asOfDay', { day, data: dataDay });
  const name = season === undefined ? '' : ` · ${title(season.title)}`;
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" width={320} shadow="md" radius="lg" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.day}
          data-other={day === null && season === undefined ? undefined : true}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconCalendar size={14} stroke={1.75} aria-hidden="true" />
          {told}
          {name}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.days ?? ''} aria-label={t('seasons.chooser')}>
        <strong className={classes.daysTitle}>{t('seasons.chooser')}</strong>
        <Pick chosen={day === null} text={t('seasons.dataDay', { day: dataDay })} onPick={() => choose(null)} />
        {usual !== undefined && usual !== dataDay && (
          <Pick chosen={day === usual} text={t('seasons.usualDay', { day: usual })} onPick={() => choose(usual)} />
        )}
        {(flow.seasons ?? []).map((each) => {
          const inIt = dayOfSeason(flow, each, dataDay);
          if (inIt === undefined) return null;
          const text = t('seasons.seasonDay', { season: title(each.title), day: inIt });
          return <Pick key={each.id} chosen={day === inIt} text={text} onPick={() => choose(inIt)} />;
        })}
        <TextInput
          size="xs"
          type="date"
          label={t('seasons.otherDay')}
          value={day ?? ''}
          onChange={(event) => document.lookAt(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            select(ui, []);
            setPanel(preferences, 'inspector', { open: true });
            setOpen(false);
          }}
        >
          {t('seasons.manage')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Pick({ chosen, text, onPick }: { readonly chosen: boolean; readonly text: string; readonly onPick: () => void }) {
  return (
    <button type="button" className={classes.pick} aria-pressed={chosen} onClick={onPick}>
      {text}
    </button>
  );
}
