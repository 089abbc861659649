// A condition as a sentence in both languages, for cards and explanations.
import { type LocalText, type Messages, renderMessage } from '@tierflow/definition';
import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };
import type { Condition, FieldTest } from './condition.ts';

const words = { en, 'zh-CN': zh } as const;

/** One sentence per language: `recency ≤ 365 and orders ≥ 1`. */
export function conditionText(where: Condition): LocalText {
  return { en: render(where, words.en, false), 'zh-CN': render(where, words['zh-CN'], false) };
}

/** A text of both languages put together from parts. */
export function joinedText(parts: readonly LocalText[], separator: LocalText): LocalText {
  return {
    en: parts.map((part) => part.en).join(separator.en),
    'zh-CN': parts.map((part) => part['zh-CN'] ?? part.en).join(separator['zh-CN'] ?? separator.en),
  };
}

function render(where: Condition, messages: Messages, inner: boolean): string {
  if ('all' in where) return group(where.all, 'text.and', messages, inner);
  if ('any' in where) return group(where.any, 'text.or', messages, inner);
  if ('not' in where) return renderMessage(messages, 'text.not', { part: render(where.not, messages, true) });
  if ('expr' in where) return where.expr;
  return test(where, messages);
}

function group(parts: readonly Condition[], word: 'text.and' | 'text.or', messages: Messages, inner: boolean): string {
  if (parts.length === 0) return renderMessage(messages, word === 'text.and' ? 'text.everybody' : 'text.nobody', {});
  const joined = parts.map((part) => render(part, messages, parts.length > 1)).join(messages[word] ?? ' ');
  return inner && parts.length > 1 ? renderMessage(messages, 'text.group', { part: joined }) : joined;
}

function test(where: FieldTest, messages: Messages): string {
  const values = Array.isArray(where.value) ? where.value : [where.value ?? ''];
  return renderMessage(messages, `text.${where.op}`, {
    field: where.field,
    value: String(values[0] ?? ''),
    second: String(values[1] ?? ''),
    list: listText(values.map(String), messages),
  });
}

/** Long lists end with how many more there are. */
function listText(values: readonly string[], messages: Messages): string {
  const shown = values.slice(0, 5).join(messages['text.comma'] ?? ', ');
  return values.length <= 5 ? shown : renderMessage(messages, 'text.more', { shown, n: values.length - 5 });
}
