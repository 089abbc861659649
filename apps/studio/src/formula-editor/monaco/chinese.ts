// The library's words in Chinese, kept when the table is taken away for another language.
import 'monaco-editor/nls/lang/zh-cn';

export const messages = globalThis._VSCODE_NLS_MESSAGES;
