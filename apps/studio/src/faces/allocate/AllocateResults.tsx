// The allocation as a table: what each offer serves, spends and brings, who waits for it, what one more would be worth.
import { useFacts } from '../../app/studio.ts';
import { Remarks } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './allocate.module.css';
import { useAllocation } from './use-allocation.ts';
import { roughly } from './use-worth.ts';

const columns = ['offer', 'spend', 'value', 'onePlace', 'oneUnit'] as const;

export function AllocateResults() {
  const { t, language } = useSpeech();
  const form = useForm();
  const { offers, report } = useAllocation(null);
  const asOf = useFacts((state) => state.preview.answer?.asOf);
  if (report === undefined || asOf === undefined) return null;
  const money = (amount: number): string => plainNumber(Math.round(amount), language);
  const price = (amount: number | null | undefined): string => (amount === null || amount === undefined ? '—' : roughly(amount, language));
  const remarks = form.diagnostics.filter(({ code }) => code.startsWith('fit.'));
  return (
    <section className={results.part} aria-label={t('faces.allocate.table')}>
      <h3 className={results.partTitle}>{t('faces.allocate.table')}</h3>
      <Remarks remarks={remarks} />
      <div className={classes.wide}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`faces.allocate.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offers.map(({ id, name, report: offer }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{money(offer?.spend ?? 0)}</td>
                <td>{money(offer?.value ?? 0)}</td>
                <td>{price(offer?.slot)}</td>
                <td>{price(offer?.unit)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('faces.allocate.all')}</th>
              <td>{money(report.spend)}</td>
              <td>{money(report.value)}</td>
              <td>—</td>
              <td>{price(report.unit)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className={results.quiet}>{t('faces.allocate.bound', { amount: money(report.bound) })}</p>
      <p className={results.quiet}>{t('inspector.fittedAsOf', { day: asOf })}</p>
    </section>
  );
}
