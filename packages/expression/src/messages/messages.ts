// Words of this package's diagnostics.
import type { Messages } from '@tierflow/definition';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** Message templates by language and code; `{name}` stands for a parameter. */
export const formulaMessages: { readonly en: Messages; readonly 'zh-CN': Messages } = { en, 'zh-CN': zhCN };
