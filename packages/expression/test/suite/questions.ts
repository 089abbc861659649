// A formula answers with one value. A case whose result is a list, an object or nothing is asked by formulas around it:
// how many there are, and each member.
import type { Json } from '@tierflow/definition';

/** A formula and the value it has if the case is answered as JSONata answers it. */
export interface Question {
  readonly text: string;
  readonly value: boolean | number | string;
}

/** Questions that a result is asked by; undefined for one that holds null, which is no value here. */
export function questionsOf(text: string, result: Json | undefined): readonly Question[] | undefined {
  if (result === undefined) return [{ text: `$exists(${bracketed(text)})`, value: false }];
  if (result === null) return undefined;
  if (Array.isArray(result)) return questionsOfList(text, result as readonly Json[]);
  if (typeof result === 'object') return questionsOfObject(text, result as { readonly [name: string]: Json });
  return [{ text, value: result }];
}

/** A path that gives one value is that value in JSONata, and a list of one here. */
export function onlyValue(text: string, result: boolean | number | string): readonly Question[] {
  return questionsOfList(text, [result]) ?? [];
}

function questionsOfList(text: string, items: readonly Json[]): readonly Question[] | undefined {
  const whole = bracketed(text);
  const members = items.map((item, at) => questionsOf(`${whole}[${at}]`, item));
  if (items.length > MOST || !members.every((asked) => asked !== undefined)) return undefined;
  const count: Question = { text: `$count(${whole})`, value: items.length };
  return items.length === 0 ? [count, { text: `$exists(${whole})`, value: true }] : [count, ...members.flat()];
}

function questionsOfObject(text: string, object: { readonly [name: string]: Json }): readonly Question[] | undefined {
  const whole = bracketed(text);
  const entries = Object.entries(object);
  const members = entries.map(([name, member]) => (name.includes('`') ? undefined : questionsOf(`${whole}.\`${name}\``, member)));
  if (entries.length > MOST || !members.every((asked) => asked !== undefined)) return undefined;
  return entries.length === 0 ? [{ text: `$type(${whole})`, value: 'object' }] : members.flat();
}

/** Members of one list or object. */
const MOST = 100;

/** On lines of its own, because the text may end with a comment. */
function bracketed(text: string): string {
  return `(\n${text}\n)`;
}
