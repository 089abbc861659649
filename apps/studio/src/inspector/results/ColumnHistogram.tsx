// How a column is spread over the people who leave the node: bars for numbers and days, counts for texts.
import type { Cell, Histogram } from '@tierflow/api';
import type { ColumnInfo } from '@tierflow/compiler';
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { TypeIcon } from '../columns/TypeIcon.tsx';
import classes from './results.module.css';
import { cellText, spreadOf, type ValueCount } from './spread.ts';

interface Props {
  readonly node: string;
  readonly column: ColumnInfo;
}

/** Fine enough that the body of a long tail still has a shape. */
const bins = 60;

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
  const { t } = useSpeech();
  const spread = spreadOf(histogram);
  switch (spread.type) {
    case 'none':
      return <p className={classes.quiet}>{t('inspector.noValues')}</p>;
    case 'bars':
      return <Bars counts={spread.counts} low={spread.low} high={spread.high} beyond={spread.beyond} name={column.name} />;
    case 'steps':
      return <Steps values={spread.values} />;
    case 'values':
      return <Values values={spread.values} rest={spread.rest} column={column} />;
  }
}

interface BarsProps {
  readonly counts: readonly number[];
  readonly low: Cell;
  readonly high: Cell;
  readonly beyond: number;
  readonly name: string;
}

function Bars({ counts, low, high, beyond, name }: BarsProps) {
  const { t, exact, language } = useSpeech();
  const most = Math.max(1, ...counts);
  const ends = { low: cellText(low, language), high: cellText(high, language) };
  return (
    <>
      <svg
        className={classes.bars}
        viewBox={`0 0 ${counts.length * 8} 48`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('inspector.spreadLabel', { column: name, ...ends })}
      >
        {counts.map((n, at) => {
          const height = n === 0 ? 0 : Math.max(1, (47 * n) / most);
          return <rect key={`bar ${at + 1}`} x={at * 8 + 0.5} width={7} y={48 - height} height={height} />;
        })}
      </svg>
      <div className={classes.barEnds} aria-hidden="true">
        <span>{ends.low}</span>
        {beyond > 0 && <span>{t('faces.tiers.beyond', { n: exact(beyond) })}</span>}
        <span>{ends.high}</span>
      </div>
    </>
  );
}

/** A few numbers: one bar each, with its number below. */
function Steps({ values }: { readonly values: readonly ValueCount[] }) {
  const { exact, language } = useSpeech();
  const most = Math.max(1, ...values.map(({ n }) => n));
  return (
    <ul className={classes.steps}>
      {values.map(({ value, n }) => (
        <li key={String(value)} title={`${cellText(value, language)}: ${exact(n)}`}>
          <span className={classes.step} style={{ height: Math.max(1, (40 * n) / most) }} aria-hidden="true" />
          <span className={classes.stepValue}>{cellText(value, language)}</span>
          <span className="tf-visually-hidden">{exact(n)}</span>
        </li>
      ))}
    </ul>
  );
}

function Values({ values, rest, column }: { readonly values: readonly ValueCount[]; readonly rest: number; readonly column: ColumnInfo }) {
  const { t, text, exact, percent, language } = useSpeech();
  const total = values.reduce((sum, each) => sum + each.n, 0);
  const titles = new Map(column.values?.map(({ value, title }) => [value, title === undefined ? value : text(title)]));
  const name = (value: Cell) => {
    if (typeof value === 'boolean') return t(value ? 'conditions.isTrue' : 'conditions.isFalse');
    return titles.get(String(value)) ?? cellText(value, language);
  };
  return (
    <ul className={classes.valueList}>
      {values.map(({ value, n }) => (
        <li key={String(value)}>
          <span className={classes.valueName}>{name(value)}</span>
          <span className={classes.valueBar} aria-hidden="true">
            <i style={{ width: `${(100 * n) / Math.max(1, values[0]?.n ?? 1)}%` }} />
          </span>
          <span className={classes.valueCount}>{exact(n)}</span>
          <span className={classes.valueShare}>{total === 0 || rest > 0 ? '' : percent(n / total)}</span>
        </li>
      ))}
      {rest > 0 && <li className={classes.quiet}>{t('inspector.moreValues', { count: rest })}</li>}
    </ul>
  );
}
