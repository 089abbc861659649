// The settings of a rule: the fields of the form, and a table for texts that are replaced.
import type { CleanRule } from '@tierflow/nodes';
import { FormFields } from '../../inspector/form/FormFields.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import classes from './clean.module.css';
import { PairTable } from './PairTable.tsx';
import type { RuleView } from './use-rules.ts';

interface Props {
  readonly view: RuleView;
  readonly rules: readonly CleanRule[];
}

export function RuleSettings({ view, rules }: Props) {
  const { kind } = useForm();
  const list = kind.form.find(({ path }) => path === 'rules');
  const fields = list?.type === 'list' ? list.item.filter(({ path }) => path !== 'pairs') : [];
  return (
    <div className={classes.settings}>
      <FormFields fields={fields} base={`rules.${view.at}.`} />
      {view.rule.do === 'map' && <PairTable view={view} rules={rules} />}
    </div>
  );
}
