// Parts of the editor library that are loaded for what they add to it; they export nothing that is used.
declare module 'monaco-editor/editor/contrib/*';
declare module 'monaco-editor/editor/standalone/common/monarch/*';
declare module 'monaco-editor/base/browser/ui/codicons/codicon/codicon.css';
