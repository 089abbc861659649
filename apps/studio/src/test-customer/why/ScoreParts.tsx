// What a score is made of: signed bars that add up to it.
import type { Explain } from '@tierflow/api';
import { cellText, numberText } from '../../drawer/people/cell-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './why.module.css';

interface Props {
  readonly score: Explain['scores'][number];
}

export function ScoreParts({ score }: Props) {
  const speech = useSpeech();
  const { t, language, text } = speech;
  const amounts = score.parts.map((part) => part.amount ?? 0);
  const low = Math.min(0, ...runs(amounts));
  const high = Math.max(score.value ?? 0, ...runs(amounts), 0);
  const width = high - low || 1;
  const left = (value: number) => `${(100 * (value - low)) / width}%`;
  let sum = 0;
  const rows = score.parts.map((part) => {
    const from = sum;
    sum += part.amount ?? 0;
    return { part, from: Math.min(from, sum), size: Math.abs(part.amount ?? 0) };
  });
  return (
    <table className={classes.parts}>
      <caption className="tf-visually-hidden">{t('testCustomer.parts')}</caption>
      <tbody>
        {rows.map(({ part, from, size }) => (
          <tr key={part.column || 'base'} data-missing={part.amount === null || undefined}>
            <th scope="row" title={part.column}>
              {text(part.title)}
            </th>
            <td className={classes.product}>
              {part.value === null
                ? part.amount === null
                  ? t('testCustomer.missing')
                  : ''
                : `${cellText(part.value, { type: 'number' }, speech)} × ${numberText(part.weight, language)}`}
            </td>
            <td className={classes.track}>
              <i data-negative={(part.amount ?? 0) < 0 || undefined} style={{ left: left(from), width: `${(100 * size) / width}%` }} />
            </td>
            <td className={classes.amount}>{part.amount === null ? '—' : signed(part.amount, language)}</td>
          </tr>
        ))}
        <tr className={classes.sum}>
          <th scope="row" colSpan={3}>
            {t('testCustomer.sum')}
          </th>
          <td className={classes.amount}>{score.value === null ? '—' : numberText(score.value, language)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function signed(value: number, language: Parameters<typeof numberText>[1]): string {
  return value < 0 ? `−${numberText(-value, language)}` : `+${numberText(value, language)}`;
}

/** Sums after each part. */
function runs(amounts: readonly number[]): readonly number[] {
  let sum = 0;
  return amounts.map((amount) => {
    sum += amount;
    return sum;
  });
}
