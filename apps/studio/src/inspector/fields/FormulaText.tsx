// A formula as text. While it is being typed it is tried out: compiled and counted like an edit, so that mistakes show at
// once and with their place, and nothing is kept before the field is left.
import { Textarea } from '@mantine/core';
import type { Diagnostic } from '@tierflow/definition';
import { useEffect, useRef } from 'react';
import { FormulaEditor } from '../../formula-editor/FormulaEditor.tsx';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../form/form.module.css';
import { useForm } from '../form/form-scope.ts';
import { useDraft } from '../form/use-draft.ts';
import { Excerpt } from './Excerpt.tsx';

interface Props {
  readonly id?: string;
  readonly label?: string;
  /** Path of the text itself. */
  readonly path: string;
  readonly value: string;
  readonly remarks: readonly Diagnostic[];
  readonly optional?: boolean;
  /** The formula is about one line of this collection. */
  readonly line?: string | undefined;
}

const pause = 250;

export function FormulaText({ id, label, path, value, remarks, optional = false, line }: Props) {
  const form = useForm();
  const { t } = useSpeech();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const written = (text: string) => (text.trim() === '' && optional ? undefined : text);
  const commit = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim() === '' && !optional) {
      form.endTrial();
      return false;
    }
    form.set(path, written(text));
    return true;
  };
  const onDraft = (text: string | null) => {
    clearTimeout(timer.current);
    if (text === null) form.endTrial();
    else timer.current = setTimeout(() => form.tryOut(path, written(text) ?? ''), pause);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const draft = useDraft({ value, commit, multiline: true, onDraft });
  const spans = remarks.flatMap(({ code, severity, at: { span } }) => (span === undefined ? [] : [{ code, severity, span }]));
  const invalid = remarks.some(({ severity }) => severity === 'error') || draft.refused;
  const plain = (
    <>
      <Textarea
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        size="xs"
        autosize
        minRows={2}
        maxRows={14}
        spellCheck={false}
        autoCapitalize="off"
        aria-invalid={invalid}
        error={invalid}
        classNames={{ input: classes.code ?? '' }}
        {...draft.bind}
      />
      {spans.map(({ code, severity, span }) => (
        <Excerpt key={`${code}${span.from}`} text={draft.text} span={span} severity={severity} />
      ))}
    </>
  );
  return (
    <div className={classes.formula}>
      <FormulaEditor
        label={label ?? t('conditions.formula')}
        path={path}
        value={draft.text}
        typing={draft.typing}
        line={line}
        remarks={remarks}
        invalid={invalid}
        onChange={draft.type}
        onCommit={draft.keep}
        onDrop={draft.drop}
        fallback={plain}
      />
      {draft.typing && <p className={classes.hint}>{t('inspector.formulaTrial')}</p>}
    </div>
  );
}
