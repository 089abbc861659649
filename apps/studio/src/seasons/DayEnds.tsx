// First and last day of a season: calendar days, or month and day of every year.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { parseDay } from '@tierflow/definition';
import { type FlowSeason, putSeason } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './seasons.module.css';

const months = Array.from({ length: 12 }, (_, at) => at + 1);
const ends = ['from', 'to'] as const;

export function DayEnds({ season }: { readonly season: FlowSeason }) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const put = (change: Partial<FlowSeason>) => document.run((flow) => putSeason(flow, { ...season, ...change }));
  const turn = (yearly: boolean) => {
    const { dataDay } = document.getState();
    const year = (dataDay ?? '2026').slice(0, 4);
    const { yearly: _, ...days } = season;
    const whole = (text: string) => (parseDay(`${year}-${text}`) === undefined ? `${year}-03-01` : `${year}-${text}`);
    if (yearly) return void put({ yearly: true, from: season.from.slice(5), to: season.to.slice(5) });
    const [from, to] = [whole(season.from), whole(season.to)];
    document.run((flow) => putSeason(flow, { ...days, from, to: to < from ? `${Number(year) + 1}${to.slice(4)}` : to }));
  };
  return (
    <div className={classes.ends}>
      <Checkbox
        size="xs"
        label={t('seasons.yearly')}
        checked={season.yearly === true}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      <div className={classes.endPair}>
        {ends.map((end) =>
          season.yearly === true ? (
            <MonthDay key={end} end={end} value={season[end]} onChange={(value) => put({ [end]: value })} />
          ) : (
            <TextInput
              key={end}
              size="xs"
              type="date"
              classNames={{ label: classes.endLabel ?? '' }}
              label={t(`seasons.${end}`)}
              value={season[end]}
              onChange={(event) => event.currentTarget.value !== '' && put({ [end]: event.currentTarget.value })}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface MonthDayProps {
  readonly end: 'from' | 'to';
  /** `MM-DD`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function MonthDay({ end, value, onChange }: MonthDayProps) {
  const { t, language } = useSpeech();
  const name = t(end === 'from' ? 'seasons.firstDay' : 'seasons.lastDay');
  const [month = '01', day = '01'] = value.split('-');
  const word = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const two = (number: number) => String(number).padStart(2, '0');
  // 2024 has a 29 February.
  const last = new Date(Date.UTC(2024, Number(month), 0)).getUTCDate();
  const put = (nextMonth: string, nextDay: string) => {
    const most = new Date(Date.UTC(2024, Number(nextMonth), 0)).getUTCDate();
    onChange(`${nextMonth}-${two(Math.min(most, Number(nextDay)))}`);
  };
  return (
    <fieldset className={classes.monthDay}>
      <legend>{t(`seasons.${end}`)}</legend>
      <NativeSelect
        size="xs"
        aria-label={t('seasons.month', { end: name })}
        value={month}
        onChange={(event) => put(event.currentTarget.value, day)}
        data={months.map((each) => ({ value: two(each), label: word.format(Date.UTC(2024, each - 1, 1)) }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t('seasons.day', { end: name })}
        value={day}
        onChange={(event) => put(month, event.currentTarget.value)}
        data={Array.from({ length: last }, (_, at) => ({ value: two(at + 1), label: String(at + 1) }))}
      />
    </fieldset>
  );
}
