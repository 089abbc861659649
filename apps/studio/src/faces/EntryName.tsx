// The name of a tier or a stage, typed in its row.
import type { Json } from '@tierflow/definition';
import type { Title } from '@tierflow/flow';
import { titleIn, withTitle } from '../inspector/fields/title-text.ts';
import { useForm } from '../inspector/form/form-scope.ts';
import { useDraft } from '../inspector/form/use-draft.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './entry.module.css';

interface Props {
  readonly label: string;
  readonly entry: { readonly id: string; readonly title: Title | null };
  /** Of the entry in the config. */
  readonly path: string;
}

export function EntryName({ label, entry: { id, title }, path }: Props) {
  const { language } = useSpeech();
  const form = useForm();
  const commit = (text: string) => {
    const next = withTitle(title, language, text.trim(), false);
    form.set(`${path}.title`, next === null ? undefined : (next as Json));
    return true;
  };
  const draft = useDraft({ value: titleIn(title, language, false), commit });
  return (
    <input className={classes.name} aria-label={label} placeholder={id} maxLength={200} data-field={`${path}.title`} {...draft.bind} />
  );
}
