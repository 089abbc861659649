// Second pass: what a record holds, and whether the flow's frame is sound. It stands before the nodes because their names resolve to it.
import { type Diagnostic, isReservedField } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { DataSchema } from '../data-schema.ts';
import { sourceFields } from '../inputs/source-fields.ts';

export function resolveData(flow: Flow, data: DataSchema): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, path: string, params: Diagnostic['params']): void => {
    diagnostics.push({ code, severity: 'error', at: { path }, params });
  };
  if (!isTimeZone(flow.timeZone)) report('flow.unknown-time-zone', 'timeZone', { zone: flow.timeZone });
  const fields = new Set(sourceFields(data).map((field) => field.name));
  for (const name of [...fields, ...data.collections.map((collection) => collection.name)])
    if (isReservedField(name)) report('data.reserved-name', `data.${data.customers?.name ?? name}`, { name });
  for (const { name } of data.collections) {
    if (fields.has(name)) report('data.name-clash', `data.${name}`, { name });
  }
  for (const set of [...(data.customers === undefined ? [] : [data.customers]), ...data.collections]) {
    const seen = new Set<string>();
    for (const field of set.fields) {
      if (seen.has(field.name)) report('data.duplicate-field', `data.${set.name}`, { name: set.name, field: field.name });
      seen.add(field.name);
    }
  }
  return diagnostics;
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format !== undefined;
  } catch {
    return false;
  }
}
