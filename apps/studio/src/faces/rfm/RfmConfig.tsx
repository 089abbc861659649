// How recency, frequency and amount become scores, where the cuts fall, and which groups the scores make.

import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';
import { useFacts, useStudio } from '../../app/studio.ts';
import { configCommands } from '../../inspector/form/config-command.ts';
import { Field, remarksAt } from '../../inspector/form/Field.tsx';
import { useFields } from '../../inspector/form/fields-slot.ts';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { CutStrip } from './CutStrip.tsx';
import { GroupTable } from './GroupTable.tsx';
import { type Dimension, dimensions } from './group-rules.ts';
import classes from './rfm.module.css';

const methods = ['quantiles', 'linear', 'fixed', 'meanSplit'] as const;
type Method = (typeof methods)[number];

export function RfmConfig() {
  const form = useForm();
  const Fields = useFields();
  const method = methods.find((name) => name === valueAt(form, 'method')) ?? 'quantiles';
  const scored = form.kind.form.filter(({ path }) => path === 'bins' || path.startsWith('cuts.') || path === 'closed');
  return (
    <>
      <MethodPicker method={method} />
      <Fields fields={scored} />
      {method !== 'fixed' && <Cuts />}
      <Groups />
    </>
  );
}

function MethodPicker({ method }: { readonly method: Method }) {
  const { document, kinds } = useStudio();
  const { t } = useSpeech();
  const form = useForm();
  const fitted = useFittedCuts();
  const choose = (next: Method) => {
    if (next !== 'fixed' || readPath(form.node.config, 'cuts') !== undefined) return form.set('method', next);
    // Fixed cuts start from the fitted ones.
    const start = { R: [30, 90, 180, 365], F: [1, 2, 4, 8], M: [100, 500, 1000, 5000] } as const;
    const cuts = Object.fromEntries(
      dimensions.map((dimension) => [dimension, fitted[dimension].length > 0 ? [...fitted[dimension]] : [...start[dimension]]]),
    );
    const edit = (path: string, value: Json) => ({ node: form.node.id, path, value });
    document.run(configCommands(kinds, [edit('cuts', cuts), edit('method', next)]));
  };
  return (
    <Field path="method" label={form.word('label.method')} remarks={remarksAt(form.diagnostics, 'method')}>
      <div className={classes.methods} role="radiogroup" aria-label={form.word('label.method')}>
        {methods.map((name) => (
          <label key={name} className={classes.method} data-on={name === method || undefined}>
            <input type="radio" name={`method-${form.node.id}`} checked={name === method} onChange={() => choose(name)} />
            <span className={classes.methodName}>{form.word(`option.method.${name}`)}</span>
            <span className={classes.methodText}>{t(`faces.rfm.method.${name}`)}</span>
          </label>
        ))}
      </div>
    </Field>
  );
}

/** The cuts as fitted, ascending; none where the node is not counted. */
function useFittedCuts(): { readonly [dimension in Dimension]: readonly number[] } {
  const { node } = useForm();
  const parameters = useFacts((state) => state.preview.answer?.parameters);
  const cutsOf = (dimension: Dimension): readonly number[] => {
    const value = parameters?.[`${node.id}.cuts${dimension}`];
    if (typeof value === 'number') return [value];
    return Array.isArray(value) ? value.filter((cut): cut is number => typeof cut === 'number') : [];
  };
  return { R: cutsOf('R'), F: cutsOf('F'), M: cutsOf('M') };
}

/** Where the fitted cuts fall. */
function Cuts() {
  const { t } = useSpeech();
  const fitted = useFittedCuts();
  if (fitted.R.length === 0) return null;
  return (
    <section className={classes.cuts} aria-label={t('faces.rfm.cuts')}>
      <span className={classes.cutsTitle}>{t('faces.rfm.cuts')}</span>
      {dimensions.map((dimension) => (
        <CutStrip key={dimension} dimension={dimension} cuts={fitted[dimension]} />
      ))}
    </section>
  );
}

const presets = ['eight', 'ten', 'four'] as const;

function Groups() {
  const { t } = useSpeech();
  const form = useForm();
  const Fields = useFields();
  const value = readPath(form.node.config, 'groups');
  const own = Array.isArray(value);
  const choice = own ? 'own' : (presets.find((name) => name === value) ?? 'none');
  const choose = (next: string) => {
    if (next === 'none') form.set('groups', undefined);
    else if (next === 'own') form.set('groups', firstRules(t('faces.rfm.best'), t('faces.rfm.asleep')));
    else form.set('groups', next);
  };
  return (
    <Field path="groups" label={form.word('label.groups')} remarks={remarksAt(form.diagnostics, 'groups')}>
      <select
        className={classes.select}
        aria-label={form.word('label.groups')}
        value={choice}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="none">{t('faces.rfm.noGroups')}</option>
        {presets.map((name) => (
          <option key={name} value={name}>
            {form.word(`option.groups.${name}`)}
          </option>
        ))}
        <option value="own">{form.word('label.rules')}</option>
      </select>
      {own && <GroupTable />}
      {own && <Fields fields={form.kind.form.filter(({ path }) => path === 'otherwise')} />}
    </Field>
  );
}

function firstRules(best: string, asleep: string) {
  return [
    { id: 'best', title: best, R: [4, 5], F: [4, 5] },
    { id: 'asleep', title: asleep, R: [1, 2] },
  ];
}
