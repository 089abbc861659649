// The formula language as the editor colours it. Meaning, mistakes and suggestions come from the compiler, not from here.
import type { languages } from 'monaco-editor/editor/editor.api';

export const formulaLanguage = 'tierflow-formula';

/** Words as cursor moves and replacements take them: functions with their `$`, names in back quotes as one. */
const word = /`[^`]*`|\$?[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?/u;

export const configuration: languages.LanguageConfiguration = {
  wordPattern: word,
  comments: { blockComment: ['/*', '*/'] },
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '{', close: '}' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: '`', close: '`', notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
    { open: '`', close: '`' },
  ],
};

/** A slash begins a regular expression where a value could stand, and divides behind a value. */
export const tokens: languages.IMonarchLanguage = {
  unicode: true,
  defaultToken: '',
  brackets: [
    { open: '(', close: ')', token: 'delimiter.parenthesis' },
    { open: '[', close: ']', token: 'delimiter.square' },
    { open: '{', close: '}', token: 'delimiter.curly' },
  ],
  keywords: ['and', 'or', 'in'],
  constants: ['true', 'false', 'null'],
  tokenizer: {
    root: [{ include: '@value' }],
    value: [
      { include: '@blank' },
      [/\/(?![*/])(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[im]*/, 'regexp', '@after'],
      [/\bfunction\b(?=\s*\()/, 'keyword'],
      [/\$[\p{L}_][\p{L}\p{N}_]*(?=\s*\()/u, 'function', '@after'],
      [/\$\$?[\p{L}\p{N}_]*/u, 'variable', '@after'],
      [/`[^`]*`?/, 'field', '@after'],
      [
        /[\p{L}_][\p{L}\p{N}_]*/u,
        { cases: { '@constants': { token: 'constant', next: '@after' }, '@default': { token: 'field', next: '@after' } } },
      ],
      [/\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, 'number', '@after'],
      [/"/, { token: 'string', next: '@double' }],
      [/'/, { token: 'string', next: '@single' }],
      [/[([{]/, '@brackets'],
      [/[)\]}]/, { token: '@brackets', next: '@after' }],
      [/[-+*/%=!<>&?:;,.~^@#|]/, 'operator'],
    ],
    after: [
      { include: '@blank' },
      [/[)\]}]/, '@brackets'],
      [/\b(?:and|or|in)\b/, { token: 'keyword', next: '@pop' }],
      [/[([{]/, { token: '@brackets', next: '@pop' }],
      [/~>|:=|!=|<=|>=|\?\?|\?:|\.\.|[-+*/%=!<>&?:;,.~^@#|]/, { token: 'operator', next: '@pop' }],
      [/(?=.)/, { token: '', next: '@pop' }],
    ],
    blank: [
      [/\s+/, ''],
      [/\/\*/, { token: 'comment', next: '@comment' }],
    ],
    comment: [
      [/[^*]+/, 'comment'],
      [/\*\//, { token: 'comment', next: '@pop' }],
      [/\*/, 'comment'],
    ],
    double: [
      [/[^"\\]+/, 'string'],
      [/\\./, 'string.escape'],
      [/"/, { token: 'string', switchTo: '@after' }],
    ],
    single: [
      [/[^'\\]+/, 'string'],
      [/\\./, 'string.escape'],
      [/'/, { token: 'string', switchTo: '@after' }],
    ],
  },
};
