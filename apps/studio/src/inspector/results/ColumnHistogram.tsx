// How a column is spread over the people who leave the node: bars for numbers and days, counts for texts.
import type { Histogram } from '@tierflow/api';
import type { ColumnInfo } from '@tierflow/compiler';
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { TypeIcon } from '../columns/TypeIcon.tsx';
import classes from './results.module.css';
import { cellText, spreadOf } from './spread.ts';

interface Props {
  readonly node: string;
  readonly column: ColumnInfo;
}

const bins = 36;

export function ColumnHistogram({ node, column }: Props) {
  const { facts } = useStudio();
  const { t, text, exact } = useSpeech();
  useEffect(() => facts.want({ columns: [{ node, column: column.name, bins }] }), [facts, node, column.name]);
  const found = useFacts((state) => state.histograms.get(`${node}.${column.name}`));
  const current = useFacts((state) => found?.print === state.prints.get(node));
  return (
    <figure className={classes.spread} data-stale={!current || undefined}>
      <figcaption className={classes.spreadHead}>
        <TypeIcon type={column.type} />
        <span className={classes.spreadName}>{column.name}</span>
        {column.title !== undefined && <span className={classes.spreadTitle}>{text(column.title)}</span>}
        {found !== undefined && found.value.missing > 0 && (
          <span className={classes.spreadMissing}>{t('inspector.missing', { n: exact(found.value.missing) })}</span>
        )}
      </figcaption>
      {found === undefined ? <div className={classes.spreadWait} /> : <Spread histogram={found.value} column={column} />}
    </figure>
  );
}

function Spread({ histogram, column }: { readonly histogram: Histogram; readonly column: ColumnInfo }) {
  const { t, text, exact, percent, language } = useSpeech();
  const total = histogram.counts.reduce((sum, n) => sum + n, 0) || (histogram.values ?? []).reduce((sum, each) => sum + each.n, 0);
  const spread = spreadOf(histogram);
  if (spread.type === 'none') return <p className={classes.quiet}>{t('inspector.noValues')}</p>;
  if (spread.type === 'bars') {
    const most = Math.max(1, ...spread.counts);
    const label = t('inspector.spreadLabel', {
      column: column.name,
      low: cellText(histogram.min, language),
      high: cellText(histogram.max, language),
    });
    return (
      <>
        <svg
          className={classes.bars}
          viewBox={`0 0 ${spread.counts.length * 8} 48`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          {spread.counts.map((n, at) => {
            const height = n === 0 ? 0 : Math.max(1, (47 * n) / most);
            return <rect key={at} x={at * 8 + 0.5} width={7} y={48 - height} height={height} />;
          })}
        </svg>
        <div className={classes.barEnds} aria-hidden="true">
          <span>{cellText(histogram.min, language)}</span>
          <span>{cellText(histogram.max, language)}</span>
        </div>
      </>
    );
  }
  const titles = new Map(column.values?.map(({ value, title }) => [value, title === undefined ? value : text(title)]));
  const name = (value: (typeof spread.values)[number]['value']) =>
    typeof value === 'boolean'
      ? t(value ? 'conditions.isTrue' : 'conditions.isFalse')
      : (titles.get(String(value)) ?? cellText(value, language));
  return (
    <ul className={classes.valueList}>
      {spread.values.map(({ value, n }) => (
        <li key={String(value)}>
          <span className={classes.valueName}>{name(value)}</span>
          <span className={classes.valueBar} aria-hidden="true">
            <i style={{ width: `${(100 * n) / Math.max(1, spread.values[0]?.n ?? 1)}%` }} />
          </span>
          <span className={classes.valueCount}>{exact(n)}</span>
          <span className={classes.valueShare}>{total === 0 ? '' : percent(n / total)}</span>
        </li>
      ))}
      {spread.rest > 0 && <li className={classes.quiet}>{t('inspector.moreValues', { count: spread.rest })}</li>}
    </ul>
  );
}
