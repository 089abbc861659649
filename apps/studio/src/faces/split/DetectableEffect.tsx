// How small a difference between two groups may be and still be seen: a sentence for what is typed, and a small table of usual rates.
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { detectableRise, detectableShift } from '@tierflow/nodes';
import { useState } from 'react';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { numberText, shifted } from '../../inspector/form/decimal-text.ts';
import { HelpTip } from '../../inspector/form/Field.tsx';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './split.module.css';
import { type Group, useGroups } from './use-groups.ts';

const usual = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

type Measure = 'rate' | 'amount';

export function DetectableEffect() {
  const { t } = useSpeech();
  const groups = useGroups();
  const [measure, setMeasure] = useState<Measure>('rate');
  const [chosen, setChosen] = useState<string | null>(null);
  const sized = groups.filter((group): group is Sized => group.n !== undefined);
  const smallest = sized.toSorted((a, b) => a.n - b.n)[0];
  const base = sized.find(({ id }) => id === chosen) ?? smallest;
  if (base === undefined || sized.length < 2) return null;
  const others = sized.filter(({ id }) => id !== base.id);
  return (
    <section className={classes.effect} aria-label={t('effect.title')}>
      <h3 className={results.partTitle}>
        {t('effect.title')} <HelpTip text={t('effect.help')} />
      </h3>
      <NativeSelect
        size="xs"
        label={t('effect.base')}
        data={sized.map(({ id, title }) => ({ value: id, label: title }))}
        value={base.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('effect.measure')}
        value={measure}
        data={[
          { value: 'rate', label: t('effect.rate') },
          { value: 'amount', label: t('effect.amount') },
        ]}
        onChange={(value) => setMeasure(value === 'amount' ? 'amount' : 'rate')}
      />
      {measure === 'rate' ? <Rates base={base} others={others} /> : <Amounts base={base} others={others} />}
    </section>
  );
}

type Sized = Group & { readonly n: number };

interface Compared {
  readonly base: Sized;
  readonly others: readonly Sized[];
}

function Rates({ base, others }: Compared) {
  const { t, exact } = useSpeech();
  const [rate, setRate] = useState(0.05);
  const points = (value: number) => numberText(shifted(Number(value.toPrecision(3)), 2));
  const per = (value: number) => `${points(value)} %`;
  const rise = (from: number, other: Sized) => detectableRise(from, { base: base.n, other: other.n });
  return (
    <>
      <div className={classes.typed}>
        <span>{t('effect.baseRate', { base: base.title })}</span>
        <NumberControl
          label={t('effect.baseRate', { base: base.title })}
          value={shifted(rate, 2)}
          min={0}
          max={100}
          unit="%"
          onCommit={(value) => setRate(shifted(value ?? 5, -2))}
        />
      </div>
      {others.map((other) => {
        const least = rise(rate, other);
        const sizes = { base: base.title, n: exact(base.n), other: other.title, of: exact(other.n) };
        return (
          <p key={other.id} className={classes.sentence} role="status">
            {least === undefined
              ? t('effect.notSeen', sizes)
              : t('effect.riseSeen', { ...sizes, from: per(rate), to: per(rate + least), by: points(least) })}
          </p>
        );
      })}
      <table className={classes.rates} aria-label={t('effect.table')}>
        <thead>
          <tr>
            <th scope="col">{t('effect.rateOf', { base: base.title })}</th>
            {others.map((other) => (
              <th key={other.id} scope="col">
                {other.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {usual.map((from) => (
            <tr key={from}>
              <th scope="row">{per(from)}</th>
              {others.map((other) => {
                const least = rise(from, other);
                return <td key={other.id}>{least === undefined ? '—' : t('effect.points', { n: points(least) })}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Amounts({ base, others }: Compared) {
  const { t, exact, language } = useSpeech();
  const [mean, setMean] = useState<number | null>(null);
  const [spread, setSpread] = useState<number | null>(null);
  return (
    <>
      <div className={classes.typed}>
        <span>{t('effect.mean')}</span>
        <NumberControl label={t('effect.mean')} value={mean} canBeEmpty onCommit={setMean} />
      </div>
      <div className={classes.typed}>
        <span>{t('effect.deviation')}</span>
        <NumberControl label={t('effect.deviation')} value={spread} canBeEmpty min={0} onCommit={setSpread} />
      </div>
      {others.map((other) => {
        const least = detectableShift(spread ?? 0, { base: base.n, other: other.n });
        const sizes = { base: base.title, n: exact(base.n), other: other.title, of: exact(other.n) };
        if (least === undefined) return null;
        return (
          <p key={other.id} className={classes.sentence} role="status">
            {t('effect.shiftSeen', { ...sizes, by: plainNumber(least, language) })}
            {mean !== null && mean > 0 && ` ${t('effect.ofMean', { share: numberText(Number(((100 * least) / mean).toPrecision(3))) })}`}
          </p>
        );
      })}
    </>
  );
}
