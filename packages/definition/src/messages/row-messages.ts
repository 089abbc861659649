// Words of what can go wrong in one row: the codes that evaluators put into notes.
import type { Messages } from '../diagnostic.ts';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** Sentences by language and code. */
export const rowMessages: { readonly en: Messages; readonly 'zh-CN': Messages } = { en, 'zh-CN': zhCN };
