// A formula as text with help while it is written, what it says in words, and its values for one customer. Until the editor
// library is there, and where it cannot be loaded, the plain text field stands in its place.
import { useComputedColorScheme } from '@mantine/core';
import type { Diagnostic } from '@tierflow/definition';
import { compileFormula } from '@tierflow/expression';
import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { useForm } from '../inspector/form/form-scope.ts';
import { useDiagnosticText } from '../words/use-diagnostic-text.ts';
import { useSpeech } from '../words/use-words.ts';
import { Echo } from './Echo.tsx';
import classes from './formula-editor.module.css';
import type { FormulaHelp } from './formula-help.ts';
import { PartValues } from './PartValues.tsx';
import { partAt } from './part-values.ts';
import { ReferenceButton } from './reference/ReferenceButton.tsx';
import { useCalm } from './use-calm.ts';
import { useFormulaScope } from './use-formula-scope.ts';
import { useMonacoField } from './use-monaco-field.ts';
import { useNameFacts } from './use-name-facts.ts';
import { usePartValues } from './use-part-values.ts';

export interface FormulaEditorProps {
  readonly label: string;
  /** Path of the text in the config. */
  readonly path: string;
  /** The text on the screen, typed or kept. */
  readonly value: string;
  /** It is not kept yet. */
  readonly typing: boolean;
  /** The formula is about one line of this collection. */
  readonly line?: string | undefined;
  /** What the compiler said when it last looked. */
  readonly remarks: readonly Diagnostic[];
  readonly invalid: boolean;
  readonly readOnly?: boolean;
  readonly onChange: (text: string) => void;
  readonly onCommit: () => void;
  readonly onDrop: () => void;
  /** Stands here while the editor is on its way. */
  readonly fallback: ReactNode;
}

/** How long nobody types before the text is looked at. */
const pause = 120;

export function FormulaEditor(props: FormulaEditorProps) {
  const { label, path, value, typing, line, remarks, invalid, readOnly = false, onChange, onCommit, onDrop, fallback } = props;
  const speech = useSpeech();
  const say = useDiagnosticText();
  const form = useForm();
  const scheme = useComputedColorScheme('light');
  const scope = useFormulaScope(path, line);
  const about = useNameFacts(form.facts?.scope, speech);
  const lastKey = useRef(Number.NEGATIVE_INFINITY);
  const checked = useCalm(value, lastKey, pause);
  const compiled = useMemo(() => ({ text: checked, scope, ...compileFormula(checked, scope) }), [checked, scope]);
  // Mistakes are shown first; the sentence and the values follow, and wait while somebody types on.
  const calm = useDeferredValue(compiled);
  const values = usePartValues(calm.text, calm.scope);
  const diagnostics = useMemo(() => {
    // What was said of the whole, such as a result of the wrong type, is only known to the node.
    const whole = compiled.diagnostics.length > 0 ? [] : remarks.filter(({ at }) => at.span === undefined);
    return [...compiled.diagnostics, ...whole];
  }, [compiled, remarks]);
  const help = useMemo((): FormulaHelp => {
    const { parts, customer } = values;
    return {
      scope,
      speech,
      about,
      say,
      diagnostics,
      valueAt: (offset) => {
        const part = customer === null ? undefined : partAt(parts, offset);
        return part === undefined ? undefined : { text: part.text, value: values.textOf(part), customer: customer ?? '' };
      },
    };
  }, [scope, speech, about, say, diagnostics, values]);
  const waiting = useRef<HTMLDivElement>(null);
  const { Field, focused } = useMonacoField(waiting, typing);
  return (
    <div className={classes.editor}>
      {Field === null ? (
        <div ref={waiting}>{fallback}</div>
      ) : (
        <Field
          label={label}
          value={value}
          help={help}
          checked={checked}
          readOnly={readOnly}
          invalid={invalid || compiled.diagnostics.length > 0}
          scheme={scheme}
          focused={focused}
          onChange={(text) => {
            lastKey.current = performance.now();
            onChange(text);
          }}
          onCommit={onCommit}
          onDrop={onDrop}
        />
      )}
      <Echo expr={calm.expr} scope={calm.scope} />
      {scope.line === undefined && <PartValues values={values} />}
      <ReferenceButton />
    </div>
  );
}
