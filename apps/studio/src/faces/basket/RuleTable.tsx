// The rules as a table: what leads to what on a line of its own, its numbers below. Heads sort, a rule can be switched off.
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import { RuleText } from './RuleText.tsx';
import { type Measure, measures, type Rule, type Sorting, sortedBy } from './rules.ts';

interface Props {
  readonly rules: readonly Rule[];
  readonly sorting: Sorting;
  readonly people: ((rule: Rule) => number) | undefined;
  readonly onSort: (sorting: Sorting) => void;
  readonly onMark: (rule: number | undefined) => void;
  readonly onSwitchOff: (rule: Rule) => void;
}

/** Rules on a page. */
const page = 40;

export function RuleTable({ rules, sorting, people, onSort, onMark, onSwitchOff }: Props) {
  const { t } = useSpeech();
  const [pages, setPages] = useState(1);
  return (
    <>
      <table className={classes.table} aria-label={t('faces.basket.rules')}>
        <thead>
          <tr>
            {measures.map((measure) => (
              <Head key={measure} measure={measure} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {rules.slice(0, pages * page).map((rule) => (
          <RuleRows key={rule.number} rule={rule} people={people} onMark={onMark} onSwitchOff={onSwitchOff} />
        ))}
      </table>
      {rules.length > pages * page && (
        <Button size="compact-xs" variant="subtle" onClick={() => setPages(pages + 1)}>
          {t('faces.basket.more', { n: Math.min(page, rules.length - pages * page) })}
        </Button>
      )}
    </>
  );
}

interface HeadProps {
  readonly measure: Measure;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

function Head({ measure, sorting, onSort }: HeadProps) {
  const { t } = useSpeech();
  const own = sorting.by === measure;
  const Arrow = sorting.rising ? IconArrowNarrowUp : IconArrowNarrowDown;
  return (
    <th scope="col" aria-sort={own ? (sorting.rising ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className={classes.sort} onClick={() => onSort(sortedBy(measure, sorting))}>
        {t(`faces.basket.${measure}`)}
        {own && <Arrow size={12} stroke={2} aria-hidden="true" />}
      </button>
    </th>
  );
}

type RowProps = Pick<Props, 'people' | 'onMark' | 'onSwitchOff'> & { readonly rule: Rule };

function RuleRows({ rule, people, onMark, onSwitchOff }: RowProps) {
  const { t, exact, percent, language } = useSpeech();
  const label = t('faces.basket.rule', { if: rule.if.join(' + '), then: rule.then });
  return (
    <tbody
      onMouseEnter={() => onMark(rule.number)}
      onMouseLeave={() => onMark(undefined)}
      onFocus={() => onMark(rule.number)}
      onBlur={() => onMark(undefined)}
    >
      <tr>
        <th scope="rowgroup" colSpan={measures.length} className={classes.rule}>
          <div className={classes.ruleLine}>
            <RuleText rule={rule} />
            <ActionIcon size={20} aria-label={t('faces.basket.switchOff', { rule: label })} onClick={() => onSwitchOff(rule)}>
              <IconEyeOff size={13} stroke={1.75} />
            </ActionIcon>
          </div>
        </th>
      </tr>
      <tr className={classes.numbers}>
        <td>{rule.number}</td>
        <td title={t('faces.basket.count', { n: exact(rule.count) })}>{percent(rule.support)}</td>
        <td>{percent(rule.confidence)}</td>
        <td>{plainNumber(Number(rule.lift.toPrecision(3)), language)}</td>
        <td>{people === undefined ? '—' : exact(people(rule))}</td>
      </tr>
    </tbody>
  );
}
