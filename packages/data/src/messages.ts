// The words of this package's problems, notices and reject reasons, by language. They are filled in at the edge.
import type { Messages } from '@tierflow/definition';
import en from './messages/en.json' with { type: 'json' };
import zhCN from './messages/zh-CN.json' with { type: 'json' };

/** Templates by language, for `renderMessage` of the definition package. */
export const dataMessages: { readonly en: Messages; readonly 'zh-CN': Messages } = { en, 'zh-CN': zhCN };
