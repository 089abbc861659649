// The closed table of fault codes: what can be wrong at one place of a request.
import type { Json } from '@tierflow/definition';
import { renderMessage } from '@tierflow/definition';
import type { Language } from './values.ts';

/** Code → message; `{name}` stands for a parameter. */
export const faultTable = {
  'json.syntax': { en: 'This is not JSON from here on.', 'zh-CN': '从此处起不是合法的 JSON。' },
  'json.depth': { en: 'Nested deeper than {limit} levels.', 'zh-CN': '嵌套超过 {limit} 层。' },
  'json.encoding': { en: 'The bytes are not UTF-8.', 'zh-CN': '字节不是 UTF-8 编码。' },
  'json.name': { en: 'The name {name} is not allowed.', 'zh-CN': '不允许使用名称 {name}。' },
  'value.missing': { en: 'A value is missing here.', 'zh-CN': '此处缺少值。' },
  'value.type': { en: 'Expected {expected} here.', 'zh-CN': '此处应为 {expected}。' },
  'value.format': { en: 'The text does not have the expected form.', 'zh-CN': '文本格式不正确。' },
  'value.choice': { en: 'Expected one of {choices}.', 'zh-CN': '应为 {choices} 之一。' },
  'value.too-small': { en: 'Smaller or shorter than {limit}.', 'zh-CN': '小于或短于 {limit}。' },
  'value.too-big': { en: 'Larger or longer than {limit}.', 'zh-CN': '大于或长于 {limit}。' },
  'value.unknown-name': { en: 'The name {name} is not known here.', 'zh-CN': '此处没有名称 {name}。' },
  'value.twice': { en: 'Given more than once.', 'zh-CN': '出现了不止一次。' },
  'value.shape': { en: 'None of the allowed forms fits.', 'zh-CN': '不符合任何允许的形式。' },
  'value.one-of': { en: 'Exactly one of {choices} is needed.', 'zh-CN': '{choices} 中须恰好给出一个。' },
  'value.invalid': { en: 'The value is not allowed here.', 'zh-CN': '此处不允许该值。' },
} as const;

export type FaultCode = keyof typeof faultTable;

/** The words of a fault in a language. */
export function faultMessage(code: FaultCode, language: Language, params: { readonly [name: string]: Json } = {}): string {
  return renderMessage({ [code]: faultTable[code][language] }, code, params);
}
