// Why: the nodes a customer passed, in flow order, with the values made there and the way out taken.
import { type Column, type Definition, type LocalText, seasonOn, type TraceStep } from '@tierflow/definition';
import type { Prepared } from './program.ts';
import { jsonValue } from './row.ts';
import type { Value } from './value.ts';

export type Language = keyof LocalText;

/** Text in a language, English where there is none. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language] ?? text.en;
}

export interface Traced {
  readonly definition: Definition;
  readonly prepared: Prepared;
  readonly values: readonly Value[];
  /** The as-of day's number. */
  readonly day: number;
  readonly language: Language;
}

/** Steps of every node the customer reached: one per named column, then the port taken, with the season where one changes the node. */
export function traceOf({ definition, prepared, values, day, language }: Traced): readonly TraceStep[] {
  const at = (id: string): Value => values[prepared.position(id)];
  const season = seasonOn(definition.seasons, day);
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
    const seasonal = season?.summaries[node.id];
    const said = inLanguage(seasonal ?? node.summary, language);
    const when = season === undefined || seasonal === undefined ? '' : ` [${inLanguage(season.title, language)}]`;
    steps.push({
      node: node.id,
      port: port?.id ?? null,
      column: null,
      value: port !== undefined,
      text: `${inLanguage(node.title, language)}: ${said}${when}${title}`,
    });
  }
  return steps;
}
