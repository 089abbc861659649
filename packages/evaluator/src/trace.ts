// Why: the nodes a customer passed, in flow order, with the values made there and the way out taken.
import type { Column, Definition, LocalText, TraceStep } from '@tierflow/definition';
import type { Prepared } from './program.ts';
import { jsonValue } from './row.ts';
import type { Value } from './value.ts';

export type Language = keyof LocalText;

/** Text in a language, English where there is none. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language] ?? text.en;
}

/** Steps of every node the customer reached: one per named column, then the port taken. */
export function traceOf(definition: Definition, prepared: Prepared, values: readonly Value[], language: Language): readonly TraceStep[] {
  const at = (id: string): Value => values[prepared.position(id)];
  const steps: TraceStep[] = [];
  for (const node of definition.nodes) {
    if (at(node.in) !== true) continue;
    for (const id of node.columns) {
      const column = prepared.program.columns[prepared.position(id)] as Column;
      const value = jsonValue(column.type, at(id));
      const name = column.title === undefined ? (column.name ?? id) : inLanguage(column.title, language);
      const title = column.values?.find((entry) => entry.value === value)?.title;
      const told = title === undefined ? (value ?? '–') : inLanguage(title, language);
      steps.push({ node: node.id, port: null, column: id, value, text: `${name} = ${told}` });
    }
    const port = node.ports.find((candidate) => at(candidate.mask) === true);
    const title = port?.title === undefined ? '' : ` → ${inLanguage(port.title, language)}`;
    steps.push({
      node: node.id,
      port: port?.id ?? null,
      column: null,
      value: port !== undefined,
      text: `${inLanguage(node.title, language)}: ${inLanguage(node.summary, language)}${title}`,
    });
  }
  return steps;
}
