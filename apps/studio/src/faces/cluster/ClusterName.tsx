// The name of one cluster, typed in place; its value stays.
import { TitleControl } from '../../inspector/fields/TitleControl.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { labelTitle, withLabel } from './settings.ts';

/** @param at position, from 0 */
export function ClusterName({ at }: { readonly at: number }) {
  const { t } = useSpeech();
  const form = useForm();
  return (
    <TitleControl
      label={t('faces.cluster.nameOf', { n: at + 1 })}
      value={labelTitle(form.node.config, at)}
      placeholder={t('faces.cluster.unnamed', { n: at + 1 })}
      onCommit={(title) => form.set('labels', withLabel(form.node.config, at, title))}
    />
  );
}
