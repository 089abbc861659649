// The text of a formula in the editor library. Loaded when the first formula is shown.
import type { Diagnostic } from '@tierflow/definition';
import type { editor } from 'monaco-editor/editor/editor.api';
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import classes from '../formula-editor.module.css';
import type { FormulaHelp } from '../formula-help.ts';
import { changeBetween } from '../text-change.ts';
import { monaco } from './monaco.ts';
import { openEditor } from './open-editor.ts';
import { rangeOf } from './providers.ts';
import { type Scheme, themeName } from './theme.ts';

export interface FieldActions {
  readonly onChange: (text: string) => void;
  readonly onCommit: () => void;
  /** Escape: what was typed is given up. */
  readonly onDrop: () => void;
}

export interface MonacoFieldProps extends FieldActions {
  readonly label: string;
  readonly value: string;
  readonly help: FormulaHelp;
  /** The mistakes belong to this text. */
  readonly checked: string;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  readonly scheme: Scheme;
  /** Takes the focus over when it is ready. */
  readonly focused: boolean;
}

export function MonacoField({ label, value, help, checked, readOnly, invalid, scheme, focused, ...actions }: MonacoFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const told = useRef<string[]>([]);
  // Keys can be faster than the page: what is dropped before it was shown leaves the same value, and the text must follow it all the same.
  const [drops, dropped] = useReducer((count: number) => count + 1, 0);
  const onDrop = () => {
    told.current = [];
    actions.onDrop();
    dropped();
  };
  const latest = useRef({ ...actions, onDrop, help });
  latest.current = { ...actions, onDrop, help };
  const following = useRef(false);
  const opened = useOpened({ area, host, latest, told, following, start: { label, value, readOnly, scheme, focused } });
  useEffect(() => monaco.editor.setTheme(themeName(scheme)), [scheme]);
  useEffect(() => opened.current?.updateOptions({ ariaLabel: label, readOnly }), [opened, label, readOnly]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows again after a drop
  useEffect(() => {
    // What comes back from the page after more was typed is the editor's own text of a moment ago, not one from outside.
    const own = told.current.indexOf(value);
    told.current = own < 0 ? [] : told.current.slice(own + 1);
    if (own >= 0) return;
    following.current = true;
    followValue(opened.current, value);
    following.current = false;
  }, [opened, value, drops]);
  const { diagnostics, say } = help;
  useLayoutEffect(() => mark(opened.current, checked, { diagnostics, say }), [opened, checked, diagnostics, say]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a second frame
    <div
      ref={area}
      className={classes.field}
      role="group"
      aria-label={label}
      tabIndex={-1}
      data-invalid={invalid || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === area.current) {
          event.preventDefault();
          opened.current?.focus();
        }
      }}
      onFocus={({ target }) => {
        if (target instanceof HTMLTextAreaElement && target.classList.contains('ime-text-area')) opened.current?.focus();
      }}
    >
      {/* The canvas takes keys that are not typed into something of this class. */}
      <div ref={host} className={`${classes.text} nokey`} />
    </div>
  );
}

interface Opening {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly host: RefObject<HTMLDivElement | null>;
  readonly latest: RefObject<FieldActions & { readonly help: FormulaHelp }>;
  /** Texts the page was told of and has not answered. */
  readonly told: RefObject<string[]>;
  /** A text from outside is being put in. */
  readonly following: RefObject<boolean>;
  readonly start: Pick<MonacoFieldProps, 'label' | 'value' | 'readOnly' | 'scheme' | 'focused'>;
}

/** The editor, for as long as the component lives. */
function useOpened({ area, host, latest, told, following, start }: Opening): RefObject<editor.IStandaloneCodeEditor | null> {
  const opened = useRef<editor.IStandaloneCodeEditor | null>(null);
  const first = useRef(start);
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const made = openEditor(host.current, first.current, {
      help: () => latest.current.help,
      onChange: (text) => {
        // A text from outside is no typing.
        if (following.current) return;
        told.current.push(text);
        latest.current.onChange(text);
      },
      onCommit: () => latest.current.onCommit(),
      onCancel: () => {
        latest.current.onDrop();
        area.current?.focus({ preventScroll: true });
      },
    });
    opened.current = made.editor;
    if (first.current.focused) made.editor.focus();
    return () => {
      opened.current = null;
      made.dispose();
    };
  }, [area, host, latest, told, following]);
  return opened;
}

/** A text from outside takes the place of the one shown; the way back stays open. */
function followValue(opened: editor.IStandaloneCodeEditor | null, value: string): void {
  const model = opened?.getModel();
  if (opened === null || model === null || model === undefined) return;
  const change = changeBetween(model.getValue(), value);
  if (change === undefined) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: monaco.Range.lift(rangeOf(model, change)), text: change.text }], () => null);
  model.pushStackElement();
}

const owner = 'tierflow';

function mark(
  opened: editor.IStandaloneCodeEditor | null,
  checked: string,
  { diagnostics, say }: Pick<FormulaHelp, 'diagnostics' | 'say'>,
): void {
  const model = opened?.getModel();
  if (model === null || model === undefined || model.getValue() !== checked) return;
  const markers = diagnostics.map(
    (diagnostic): editor.IMarkerData => ({
      ...rangeOf(model, shownSpan(diagnostic, checked.length)),
      severity: severityOf(diagnostic),
      message: say(diagnostic),
    }),
  );
  monaco.editor.setModelMarkers(model, owner, markers);
}

/** An empty span shows at the sign before it, and a remark without a place at the whole text. */
function shownSpan({ at: { span } }: Diagnostic, length: number): { readonly from: number; readonly to: number } {
  if (span === undefined) return { from: 0, to: length };
  return span.from < span.to ? span : { from: Math.max(0, span.from - 1), to: span.to };
}

function severityOf({ severity }: Diagnostic): number {
  const { MarkerSeverity } = monaco;
  return severity === 'error' ? MarkerSeverity.Error : severity === 'warning' ? MarkerSeverity.Warning : MarkerSeverity.Info;
}
