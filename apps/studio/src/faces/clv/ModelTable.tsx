// The fitted models: each parameter with its sign and meaning, and what the fit had to remark.
import type { Json } from '@tierflow/definition';
import { useFacts } from '../../app/studio.ts';
import { Remarks } from '../../inspector/form/Field.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import classes from './clv.module.css';
import type { FitCheck } from './fit-check.ts';

/** Signs of the parameters, in the order in which they are fitted. */
const signs = { bgnbd: ['r', 'α', 'a', 'b'], paretonbd: ['r', 'α', 's', 'β'], spending: ['p', 'q', 'γ'] } as const;

export function ModelTable({ check }: { readonly check: FitCheck | undefined }) {
  const { t, exact, language } = useSpeech();
  const form = useForm();
  const answer = useFacts((state) => state.preview.answer);
  const model = numbersOf(answer?.parameters[`${form.node.id}.model`]);
  const spending = numbersOf(answer?.parameters[`${form.node.id}.spending`]);
  if (answer === null || model === undefined) return null;
  const kind = valueAt(form, 'model') === 'paretonbd' ? 'paretonbd' : 'bgnbd';
  const remarks = form.diagnostics.filter(({ code }) => code.startsWith('fit.'));
  return (
    <section className={results.part} aria-label={t('faces.clv.models')}>
      <h3 className={results.partTitle}>{t('faces.clv.models')}</h3>
      <Remarks remarks={remarks} />
      <table className={classes.model}>
        <tbody>
          <Group names={signs[kind].slice(0, 2)} values={model.slice(0, 2)} meaning={t('faces.clv.pace')} />
          <Group names={signs[kind].slice(2)} values={model.slice(2)} meaning={t('faces.clv.leaving')} />
          {spending !== undefined && <Group names={signs.spending} values={spending} meaning={t('faces.clv.amounts')} />}
        </tbody>
      </table>
      {check !== undefined && (
        <p className={results.quiet}>
          {t('faces.clv.likelihood', { n: exact(check.people), value: plainNumber(check.logLikelihood, language) })}
        </p>
      )}
      <p className={results.quiet}>{t('inspector.fittedAsOf', { day: answer.asOf })}</p>
    </section>
  );
}

interface GroupProps {
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly meaning: string;
}

/** Parameters that say one thing together. */
function Group({ names, values, meaning }: GroupProps) {
  const { language } = useSpeech();
  return names.map((name, at) => (
    <tr key={name}>
      <th scope="row" className={`${classes.name} ${classes.sign}`}>
        {name}
      </th>
      <td>{plainNumber(values[at] ?? Number.NaN, language)}</td>
      {at === 0 && (
        <td className={classes.meaning} rowSpan={names.length}>
          {meaning}
        </td>
      )}
    </tr>
  ));
}

function numbersOf(value: Json | undefined): readonly number[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value.map(Number) : undefined;
}
