// The settings of an allocation: what all offers bring together and what is missing to the best, the offers, and who waits.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { itemKeys, newItem } from '../../inspector/fields/list-items.ts';
import { HelpTip, Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import { PeopleCount } from '../PeopleCount.tsx';
import { SumCheck } from '../SumCheck.tsx';
import { useHeldLine } from '../use-held-line.ts';
import classes from './allocate.module.css';
import { LimitLine } from './LimitLine.tsx';
import { OfferCard } from './OfferCard.tsx';
import { gapOf } from './report.ts';
import { type AllocationView, type MovedLimit, useAllocation } from './use-allocation.ts';
import { roughly } from './use-worth.ts';

export function AllocateConfig() {
  const form = useForm();
  const line = useHeldLine<MovedLimit>({
    tryOut: ({ path, value }) => form.tryOut(path, value),
    set: ({ path, value }) => form.set(path, value),
  });
  const view = useAllocation(line.counted);
  const { offers, entries, report, arrive, current } = view;
  const sum = offers.reduce((total, { n }) => total + (n ?? 0), (view.waiting ?? 0) + (view.rest ?? 0));
  const list = form.kind.form.find((field) => field.type === 'list' && field.path === 'offers');
  const add = () => list?.type === 'list' && form.set('offers', [...entries, newItem({ ...list.start, value: worthOf(entries) }, entries)]);
  const keys = itemKeys(entries);
  return (
    <section className={classes.face} aria-label={form.word('label.offers')}>
      <div className={classes.head}>
        <span>{form.word('label.offers')}</span>
        <HelpTip text={form.word('label.offers.help')} />
      </div>
      <div className={classes.body} data-stale={!current || undefined} data-field="offers">
        <div className={classes.outcome}>
          <Outcome view={view} />
          <LimitLine
            path="budget"
            label={form.word('label.common')}
            of={form.word('label.offers')}
            value={view.budget}
            before={view.before('budget')}
            whole={false}
            used={report?.spend}
            line={line}
            wide
          />
        </div>
        {offers.map((offer, at) => (
          <OfferCard key={keys[at]} offer={offer} at={at} view={view} line={line} />
        ))}
        <Left port="waiting" n={view.waiting} view={view} />
        <Left port="rest" n={view.rest} view={view} />
      </div>
      <div className={classes.sum}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={add}>
          {form.word('label.offers.add')}
        </Button>
        <SumCheck sum={sum} arrive={arrive} current={current} />
      </div>
      <Remarks remarks={[...remarksAt(form.diagnostics, 'offers', false), ...remarksAt(form.diagnostics, 'budget')]} />
    </section>
  );
}

/** A new offer is worth what the last one is. */
function worthOf(entries: AllocationView['entries']) {
  const last = entries.at(-1);
  return typeof last === 'object' && last !== null && 'value' in last ? last.value : '';
}

/** What it brings, what that costs, and how much better the best could be. */
function Outcome({ view: { report, budget } }: { readonly view: AllocationView }) {
  const { t, language, percent } = useSpeech();
  if (report === undefined) return null;
  const gap = gapOf(report);
  const amounts = { value: plainNumber(Math.round(report.value), language), spend: plainNumber(Math.round(report.spend), language) };
  const { unit } = report;
  return (
    <>
      <p>
        <b>{t('faces.allocate.brings', amounts)}</b>
      </p>
      <p>
        {gap < 0.0005 ? t('faces.allocate.noBetter') : t('faces.allocate.gap', { share: percent(gap) })}{' '}
        <HelpTip text={t('faces.allocate.gapHelp')} />
      </p>
      {budget !== null && unit !== null && unit > 1e-4 && (
        <p className={classes.worth}>{t('faces.allocate.commonUnit', { amount: roughly(unit, language) })}</p>
      )}
    </>
  );
}

interface LeftProps {
  readonly port: 'waiting' | 'rest';
  readonly n: number | undefined;
  readonly view: AllocationView;
}

/** People whom nothing serves. */
function Left({ port, n, view }: LeftProps) {
  const { t } = useSpeech();
  return (
    <div className={classes.left} data-offer={port}>
      <span className={classes.hatch} data-port={port} aria-hidden="true" />
      <span>
        {t(`faces.allocate.${port}`)}
        <small>{t(`faces.allocate.${port}About`)}</small>
      </span>
      <PeopleCount port={port} n={n} base={view} />
    </div>
  );
}
