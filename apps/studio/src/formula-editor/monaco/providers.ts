// Suggestions, hover, help with arguments and quick fixes of one editor. They are asked at the time, so a change of language
// or of the flow needs nothing more.
import { callAt } from '@tierflow/expression';
import type { editor, IDisposable, IRange, languages } from 'monaco-editor/editor/editor.api';
import type { FormulaHelp } from '../formula-help.ts';
import { hoverAt } from '../hover-text.ts';
import { plainText } from '../markdown-text.ts';
import { type Suggestion, suggestionsAt } from '../suggestions.ts';
import { wordChange } from '../text-change.ts';
import { formulaLanguage } from './language.ts';
import { monaco } from './monaco.ts';

/** Answers questions about one model only; other editors have their own. */
export function provideHelp(model: editor.ITextModel, help: () => FormulaHelp): IDisposable {
  const { languages: all } = monaco;
  const mine: Mine = (asked, answer) => (asked === model ? answer() : null);
  const disposables = [
    provideSuggestions(model, help, mine),
    all.registerHoverProvider(formulaLanguage, {
      provideHover: (asked, position) =>
        mine(asked, () => {
          const found = hoverAt(model.getValue(), model.getOffsetAt(position), help());
          return found === undefined ? null : { range: rangeOf(model, found), contents: found.paragraphs.map((value) => ({ value })) };
        }),
    }),
    all.registerSignatureHelpProvider(formulaLanguage, {
      signatureHelpTriggerCharacters: ['(', ','],
      signatureHelpRetriggerCharacters: [')'],
      provideSignatureHelp: (asked, position) => mine(asked, () => signatureAt(model.getValue(), model.getOffsetAt(position), help())),
    }),
    all.registerCodeActionProvider(formulaLanguage, {
      provideCodeActions: (asked, range, context) =>
        mine(asked, () => ({ actions: fixesIn(model, range, context, help()), dispose: nothing })),
    }),
  ];
  return { dispose: () => disposables.forEach((each) => void each.dispose()) };
}

type Mine = <T>(asked: editor.ITextModel, answer: () => T) => T | null;

/** What stands beside a suggestion is written when somebody looks at it: there can be hundreds. */
function provideSuggestions(model: editor.ITextModel, help: () => FormulaHelp, mine: Mine): IDisposable {
  const behind = new WeakMap<languages.CompletionItem, Suggestion>();
  return monaco.languages.registerCompletionItemProvider(formulaLanguage, {
    triggerCharacters: ['$', '.', '[', '(', '`'],
    provideCompletionItems: (asked, position) =>
      mine(asked, () => {
        const found = suggestionsAt(model.getValue(), model.getOffsetAt(position), help());
        const suggestions = found.map((suggestion, at) => {
          const item = itemOf(model, suggestion, at);
          behind.set(item, suggestion);
          return item;
        });
        return { suggestions };
      }),
    resolveCompletionItem: (item) => {
      const value = behind.get(item)?.documentation() ?? '';
      return value === '' ? item : { ...item, documentation: { value } };
    },
  });
}

function nothing(): void {}

/** The range of characters of a text. */
export function rangeOf(model: editor.ITextModel, { from, to }: { readonly from: number; readonly to: number }): IRange {
  const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)];
  return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column };
}

function kindOf(kind: Suggestion['kind']): languages.CompletionItemKind {
  const kinds = monaco.languages.CompletionItemKind;
  switch (kind) {
    case 'field':
      return kinds.Field;
    case 'collection':
      return kinds.Struct;
    case 'function':
      return kinds.Function;
    case 'variable':
      return kinds.Variable;
    case 'keyword':
      return kinds.Keyword;
    case 'pattern':
      return kinds.Snippet;
  }
}

function itemOf(model: editor.ITextModel, found: Suggestion, at: number): languages.CompletionItem {
  const { label, detail, remark, search, insert, fill, opensCall } = found;
  return {
    label: { label, detail, description: remark },
    kind: kindOf(found.kind),
    insertText: insert,
    filterText: search,
    // The order in which they were given.
    sortText: String(at).padStart(6, '0'),
    range: rangeOf(model, found),
    ...(fill ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    ...(opensCall ? { command: { id: 'editor.action.triggerParameterHints', title: '' } } : {}),
  };
}

function signatureAt(text: string, offset: number, { speech }: FormulaHelp): languages.SignatureHelpResult | null {
  const call = callAt(text, offset);
  if (call === undefined) return null;
  const { signature, parameters, doc, name } = call.function;
  let from = name.length + 1;
  const labels = parameters.map((parameter): languages.ParameterInformation => {
    const start = signature.indexOf(parameter.name, from);
    from = start + parameter.name.length;
    return { label: [start, from] };
  });
  const value = {
    signatures: [{ label: signature, parameters: labels, documentation: { value: plainText(speech.text(doc)) } }],
    activeSignature: 0,
    activeParameter: Math.min(call.argument, Math.max(0, parameters.length - 1)),
  };
  return { value, dispose: nothing };
}

/** Repairs of the mistakes inside a range. */
function fixesIn(model: editor.ITextModel, range: IRange, context: languages.CodeActionContext, help: FormulaHelp): languages.CodeAction[] {
  const text = model.getValue();
  return help.diagnostics.flatMap((diagnostic): languages.CodeAction[] => {
    const { repair } = diagnostic;
    const { span } = diagnostic.at;
    if (typeof repair?.value !== 'string' || span === undefined) return [];
    const place = rangeOf(model, span);
    const change = wordChange(text, repair.value);
    if (change === undefined || !monaco.Range.areIntersectingOrTouching(place, range)) return [];
    const edit = { range: rangeOf(model, change), text: change.text };
    return [
      {
        title: help.speech.t(change.text === '' ? 'formula.remove' : 'formula.fix', {
          text: change.text === '' ? text.slice(change.from, change.to) : change.text,
        }),
        kind: 'quickfix',
        diagnostics: context.markers.filter((marker) => monaco.Range.areIntersectingOrTouching(marker, place)),
        isPreferred: true,
        edit: { edits: [{ resource: model.uri, textEdit: edit, versionId: model.getVersionId() }] },
      },
    ];
  });
}
