// Makes one editor: options, keys, help, and a height that follows the text.
import type { editor, IDisposable } from 'monaco-editor/editor/editor.api';
import { monospace } from '../../design/tokens.ts';
import type { FormulaHelp } from '../formula-help.ts';
import { keepMenusInside } from './keep-menus-inside.ts';
import { configuration, formulaLanguage, tokens } from './language.ts';
import { monaco } from './monaco.ts';
import { provideHelp } from './providers.ts';
import { type Scheme, themeName, themeOf } from './theme.ts';

monaco.languages.register({ id: formulaLanguage });
monaco.languages.setLanguageConfiguration(formulaLanguage, configuration);
monaco.languages.setMonarchTokensProvider(formulaLanguage, tokens);
monaco.editor.defineTheme(themeName('light'), themeOf('light'));
monaco.editor.defineTheme(themeName('dark'), themeOf('dark'));

export interface EditorStart {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly scheme: Scheme;
}

export interface EditorEvents {
  readonly help: () => FormulaHelp;
  readonly onChange: (text: string) => void;
  readonly onCommit: () => void;
  /** Escape where nothing else takes it. */
  readonly onCancel: () => void;
}

export interface OpenedEditor extends IDisposable {
  readonly editor: editor.IStandaloneCodeEditor;
}

const lineHeight = 20;
const padding = 6;
const fewestLines = 2;
const mostLines = 14;

export function openEditor(host: HTMLElement, start: EditorStart, events: EditorEvents): OpenedEditor {
  const model = monaco.editor.createModel(start.value, formulaLanguage);
  // Lists and hints hang on the page itself: inside a panel they would be cut off or moved.
  const overflow = document.createElement('div');
  overflow.className = 'monaco-editor tf-formula-overflow nokey';
  document.body.append(overflow);
  const made = monaco.editor.create(host, {
    ...options,
    model,
    theme: themeName(start.scheme),
    ariaLabel: start.label,
    readOnly: start.readOnly,
    overflowWidgetsDomNode: overflow,
  });
  const fit = () => {
    const wanted = made.getContentHeight();
    const height = Math.min(Math.max(wanted, fewestLines * lineHeight + 2 * padding), mostLines * lineHeight + 2 * padding);
    host.style.height = `${height}px`;
    made.layout({ width: host.clientWidth, height });
  };
  fit();
  const disposables = [
    made.onDidContentSizeChange(fit),
    made.onDidChangeModelContent(() => events.onChange(model.getValue())),
    made.onDidBlurEditorWidget(() => events.onCommit()),
    provideHelp(model, events.help),
    keepMenusInside(host),
    ...keysOf(made, events),
  ];
  return {
    editor: made,
    dispose: () => {
      for (const each of disposables) each.dispose();
      made.dispose();
      model.dispose();
      overflow.remove();
    },
  };
}

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: `${monospace}, 'Noto Sans SC Variable'`,
  fontSize: 13,
  lineHeight,
  padding: { top: padding, bottom: padding },
  wordWrap: 'on',
  wrappingIndent: 'same',
  tabSize: 2,
  // Tab goes on to the next field; Ctrl+M makes it indent instead, and back.
  tabFocusMode: true,
  lineNumbers: 'off',
  glyphMargin: false,
  folding: false,
  lineDecorationsWidth: 10,
  lineNumbersMinChars: 0,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 2,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
  renderLineHighlight: 'none',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  guides: { indentation: false },
  bracketPairColorization: { enabled: true },
  contextmenu: false,
  links: false,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: false },
  inlineSuggest: { enabled: false },
  suggest: { showWords: false, showStatusBar: false, preview: false, showIcons: true, snippetsPreventQuickSuggestions: false },
  suggestLineHeight: 26,
  suggestFontSize: 13,
  snippetSuggestions: 'bottom',
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  accessibilitySupport: 'auto',
};

/** Something of the library's own takes the keys. */
const elsewhere = ['codeActionMenuVisible', 'editorHasMultipleSelections', 'editorHoverFocused'];
/** Hangs over the text while it is written. */
const hanging = ['suggestWidgetVisible', 'parameterHintsVisible'];

/** Keys of this editor only; `addCommand` would give them to all. */
function keysOf(made: editor.IStandaloneCodeEditor, { onCommit, onCancel }: EditorEvents): readonly IDisposable[] {
  const { KeyCode, KeyMod } = monaco;
  const close = (command: string) => made.trigger('keyboard', command, null);
  return [
    made.addAction({ id: 'tierflow.commit', label: 'commit', keybindings: [KeyMod.CtrlCmd | KeyCode.Enter], run: () => onCommit() }),
    // The first Escape closes what hangs over the text, all of it; the next one leaves.
    made.addAction({
      id: 'tierflow.close',
      label: 'close',
      keybindings: [KeyCode.Escape],
      keybindingContext: hanging.join(' || '),
      run: () => {
        close('hideSuggestWidget');
        close('closeParameterHints');
      },
    }),
    made.addAction({
      id: 'tierflow.leave',
      label: 'leave',
      keybindings: [KeyCode.Escape],
      keybindingContext: [...elsewhere, ...hanging].map((key) => `!${key}`).join(' && '),
      run: () => {
        close('leaveSnippet');
        onCancel();
      },
    }),
    // Keys of the whole page that the library keeps to itself are handed on.
    made.addAction({ id: 'tierflow.palette', label: 'palette', keybindings: [KeyMod.CtrlCmd | KeyCode.KeyK], run: () => void handOn('k') }),
  ];
}

function handOn(key: string): void {
  const mac = /mac|iphone|ipad/i.test(navigator.platform);
  window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true }));
}
