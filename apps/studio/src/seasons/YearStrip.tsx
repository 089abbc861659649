// Twelve months with a bar per season; where a season above it holds, its bar is hollow. The list below says the same in words.
import { formatDay, parseDay } from '@tierflow/definition';
import type { FlowSeason } from '@tierflow/flow';
import { useSpeech } from '../words/use-words.ts';
import { type Run, type Strip, yearStrip } from './season-days.ts';
import classes from './seasons.module.css';

const width = 300;
const row = 18;
const head = 18;

interface Props {
  readonly seasons: readonly FlowSeason[];
  /** The day the data ends. */
  readonly day: string;
}

export function YearStrip({ seasons, day }: Props) {
  const { t, language, title } = useSpeech();
  const strip = yearStrip(seasons, day);
  const at = (number: number) => ((number - strip.first) / strip.days) * width;
  const month = new Intl.DateTimeFormat(language, { month: 'narrow', timeZone: 'UTC' });
  const height = head + strip.rows.length * row;
  const today = at((parseDay(day) ?? strip.first) + 0.5);
  return (
    <figure className={classes.strip}>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={told(strip, t('seasons.strip'), { t, title })}>
        {strip.months.map((first, index) => (
          <g key={first}>
            <line x1={at(first)} x2={at(first)} y1={head} y2={height} className={classes.grid} />
            <text x={at(first) + width / 24} y={12} textAnchor="middle" className={classes.month}>
              {language === 'en' ? month.format(first * 86_400_000) : monthNumber(first, index)}
            </text>
          </g>
        ))}
        {strip.rows.map(({ season, holds, hidden }, index) => {
          const y = head + index * row + 4;
          const bar = ({ from, to }: Run) => ({ x: at(from), y, width: Math.max(2, at(to + 1) - at(from)), height: row - 8, rx: 2 });
          return (
            <g key={season.id}>
              {hidden.map((run) => (
                <rect key={run.from} {...bar(run)} className={classes.hiddenDays} />
              ))}
              {holds.map((run) => (
                <rect key={run.from} {...bar(run)} className={classes.days12}>
                  <title>{title(season.title)}</title>
                </rect>
              ))}
            </g>
          );
        })}
        <line x1={today} x2={today} y1={head - 2} y2={height} className={classes.today}>
          <title>{t('seasons.today')}</title>
        </line>
      </svg>
    </figure>
  );
}

function monthNumber(first: number, index: number): string {
  const number = Number(formatDay(first).slice(5, 7));
  return index === 0 || number === 1 ? `${number}月` : String(number);
}

function told(strip: Strip, start: string, { t, title }: Pick<ReturnType<typeof useSpeech>, 't' | 'title'>): string {
  const days = (runs: readonly Run[]) =>
    runs.map(({ from, to }) => t('seasons.range', { from: formatDay(from), to: formatDay(to) })).join(', ');
  const rows = strip.rows.map(({ season, holds, hidden }) => {
    const shown = [
      ...(holds.length === 0 ? [] : [days(holds)]),
      ...(hidden.length === 0 ? [] : [t('seasons.hidden', { days: days(hidden) })]),
    ];
    return t('seasons.stripRow', { title: title(season.title), days: shown.join('; ') || t('seasons.notThisYear') });
  });
  return [start, ...rows].join('. ');
}
