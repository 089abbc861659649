// The classes as a table, best first: where they end, people, what they bring. Whoever is in none stands below.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { usePreferences } from '../../app/studio.ts';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { shifted } from '../../inspector/form/decimal-text.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import { PeopleCount } from '../PeopleCount.tsx';
import { SumCheck } from '../SumCheck.tsx';
import classes from './abc.module.css';
import { withClass, withoutClass } from './class-shares.ts';
import type { ClassesView, ClassView } from './use-classes.ts';

/** As many lines as the kind takes. */
const most = 9;

export function ClassTable({ view }: { readonly view: ClassesView }) {
  const { t } = useSpeech();
  const form = useForm();
  const { ends, shares, rest, arrive, current } = view;
  const put = (next: readonly number[]) => form.set('shares', [...next]);
  const sum = view.classes.reduce((total, { n }) => total + (n ?? 0), rest ?? 0);
  return (
    <>
      <table className={classes.table} data-stale={!current || undefined}>
        <thead>
          <tr>
            <th scope="col">{t('faces.abc.class')}</th>
            <th scope="col">{t('faces.abc.until')}</th>
            <th scope="col">{t('faces.abc.people')}</th>
            <th scope="col">{t('faces.abc.brings')}</th>
            <th aria-label={t('inspector.remove')} />
          </tr>
        </thead>
        <tbody>
          {view.classes.map((each, at) => (
            <ClassRow key={each.letter} each={each} at={at} view={view} onChange={put} />
          ))}
          <tr data-class="rest">
            <th scope="row" colSpan={2} className={classes.rest}>
              <div className={classes.restName}>
                <span className={classes.hatch} aria-hidden="true" />
                {t('faces.abc.rest')}
              </div>
            </th>
            <td>
              <PeopleCount port="unknown" n={rest} base={view} />
            </td>
            <td />
            <td />
          </tr>
        </tbody>
      </table>
      <div className={classes.sum}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          disabled={ends.length >= most}
          onClick={() => put(withClass(ends))}
        >
          {t('faces.abc.add')}
        </Button>
        {shares !== undefined && <SumCheck sum={sum} arrive={arrive} current={current} />}
      </div>
    </>
  );
}

interface RowProps {
  readonly each: ClassView;
  readonly at: number;
  readonly view: ClassesView;
  readonly onChange: (ends: readonly number[]) => void;
}

function ClassRow({ each, at, view, onChange }: RowProps) {
  const { t, language, exact, percent } = useSpeech();
  const { ends, shares } = view;
  const base = usePreferences((state) => (state.base === 'all' ? view.all : view.arrive));
  const { letter, end, n, sum } = each;
  return (
    <tr data-class={letter}>
      <th scope="row">
        <span className={classes.chip} style={{ background: each.fill, color: each.text }}>
          {letter}
        </span>
      </th>
      <td className={classes.end} data-field={`shares.${at}`}>
        {end === undefined ? (
          t('faces.abc.takesRest')
        ) : (
          <NumberControl
            label={t('faces.abc.lineOf', { letter })}
            value={shifted(end, 2)}
            min={0}
            max={100}
            unit="%"
            onCommit={(share) => share !== null && onChange(ends.map((old, place) => (place === at ? shifted(share, -2) : old)))}
          />
        )}
      </td>
      <td>
        {n === undefined ? '—' : exact(n)}
        <small>{n === undefined || base === undefined || base === 0 ? '' : percent(n / base)}</small>
      </td>
      <td>
        {sum === undefined ? '—' : plainNumber(Math.round(sum), language)}
        <small>{sum === undefined || shares === undefined || shares.total === 0 ? '' : percent(sum / shares.total)}</small>
      </td>
      <td>
        <ActionIcon
          size={20}
          disabled={ends.length < 2}
          aria-label={t('faces.abc.remove', { letter })}
          onClick={() => onChange(withoutClass(ends, at))}
        >
          <IconX size={13} stroke={1.75} />
        </ActionIcon>
      </td>
    </tr>
  );
}
