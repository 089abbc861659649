// The last field of the form, and below it what the groups can show.
import { FormFields } from '../../inspector/form/FormFields.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { DetectableEffect } from './DetectableEffect.tsx';

export function SplitConfig() {
  const form = useForm();
  return (
    <>
      <FormFields fields={form.kind.form.filter(({ path }) => path === 'as')} />
      <DetectableEffect />
    </>
  );
}
