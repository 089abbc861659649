// People by number of repeat purchases: bars for what happened, a line for what the model expects of the same people.
import { useSpeech } from '../../words/use-words.ts';
import classes from './clv.module.css';
import type { FitCheck } from './fit-check.ts';

export function FitChart({ check: { actual, expected } }: { readonly check: FitCheck }) {
  const { t, exact, short } = useSpeech();
  const most = Math.max(1, ...actual, ...expected);
  const part = (n: number): string => `${(100 * n) / most}%`;
  return (
    <table className={classes.fit}>
      <caption className="tf-visually-hidden">{t('faces.clv.checkHint')}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.head}>
            {t('faces.clv.repeats')}
          </th>
          <th scope="col" className={classes.head}>
            <i className={classes.actualKey} aria-hidden="true" />
            {t('faces.clv.actual')}
          </th>
          <th scope="col" className={classes.head}>
            <i className={classes.expectedKey} aria-hidden="true" />
            {t('faces.clv.expected')}
          </th>
          <td className={classes.bars} />
        </tr>
      </thead>
      <tbody>
        {actual.map((n, at) => {
          const wanted = expected[at] ?? 0;
          return (
            <tr key={`repeats ${at + 1}`}>
              <th scope="row" className={classes.name}>
                {at === actual.length - 1 ? t('faces.clv.orMore', { n: at }) : at}
              </th>
              <td title={exact(n)}>{short(n)}</td>
              <td title={exact(Math.round(wanted))}>{short(Math.round(wanted))}</td>
              <td className={classes.bars} aria-hidden="true">
                <span className={classes.track}>
                  <i className={classes.actual} style={{ width: part(n) }} />
                  <i className={classes.expected} style={{ left: part(wanted) }} />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
