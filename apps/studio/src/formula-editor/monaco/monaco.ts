// The editor library: its core, the contributions a formula needs, and nothing else.
import * as core from 'monaco-editor/editor/editor.api';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import FormulaWorker from 'monaco-editor/editor/editor.worker?worker';

// The library asks for a worker where it computes something aside; it comes from the page's own origin.
globalThis.MonacoEnvironment = { getWorker: () => new FormulaWorker() };

export const monaco = core;
