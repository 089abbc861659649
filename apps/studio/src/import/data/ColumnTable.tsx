// The columns of a data set with their fill, spread and examples.
import type { DatasetDetail, Histogram } from '@tierflow/api';
import page from '../../app/page.module.css';
import { barsOf } from '../../drawer/distribution/bars.ts';
import { cellText } from '../../drawer/people/cell-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './data.module.css';
import { useSpreads } from './use-spreads.ts';

export function ColumnTable({ set }: { readonly set: DatasetDetail }) {
  const speech = useSpeech();
  const { t, exact, percent } = speech;
  const spreads = useSpreads(set);
  return (
    <table className={page.table} aria-label={t('data.profile', { name: set.name })}>
      <thead>
        <tr>
          <th>{t('data.column')}</th>
          <th className={classes.type}>{t('data.type')}</th>
          <th className={classes.fill}>{t('data.fill')}</th>
          <th className={classes.distinct}>{t('data.distinct')}</th>
          {spreads !== undefined && <th className={classes.spread}>{t('data.spread')}</th>}
          <th>{t('data.range')}</th>
          <th>{t('data.samples')}</th>
        </tr>
      </thead>
      <tbody>
        {set.columns.map((column) => {
          const fill = column.rows === 0 ? 0 : 1 - column.missing / column.rows;
          const samples = column.samples.flatMap((sample) => (sample === null ? [] : [cellText(sample, column, speech)])).join(' · ');
          const range = column.low === null ? '—' : `${cellText(column.low, column, speech)} – ${cellText(column.high, column, speech)}`;
          return (
            <tr key={column.name}>
              <td className={page.name} title={column.name}>
                {column.name}
              </td>
              <td>{t(`data.${column.type}`)}</td>
              <td>
                <span className={page.fill}>
                  <i style={{ width: `${100 * fill}%` }} />
                </span>
                {percent(fill)}
              </td>
              <td className={classes.distinct}>{column.distinct === null ? '—' : exact(column.distinct)}</td>
              {spreads !== undefined && (
                <td>
                  <Spread histogram={spreads.get(column.name)} />
                </td>
              )}
              <td className={page.quiet} title={range}>
                {range}
              </td>
              <td className={page.quiet} title={samples}>
                {samples}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const mostBars = 32;

/** A small picture of the spread; texts with too many values have none. */
function Spread({ histogram }: { readonly histogram: Histogram | undefined }) {
  if (histogram === undefined) return null;
  const bars = barsOf(histogram).bars.slice(0, mostBars);
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <span className={classes.bars} aria-hidden="true">
      {bars.map((bar) => (
        <i key={`${bar.is ?? bar.from}`} style={{ height: bar.n === 0 ? 0 : `max(1px, ${(100 * bar.n) / most}%)` }} />
      ))}
    </span>
  );
}
