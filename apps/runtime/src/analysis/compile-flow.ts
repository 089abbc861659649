// A flow against the data it reads: one compilation, with the remarks on both.
import { type Compilation, compile, type DataSchema, dataSchemaOf } from '@tierflow/compiler';
import type { Flow } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import type { DataRef } from './protocol.ts';

export interface CompiledFlow extends Compilation {
  readonly schema: DataSchema;
  /** IANA zone in which the flow counts civil days; none where it names one that does not exist. */
  readonly timeZone: string | undefined;
}

export function compileFlow(flow: Flow, data: DataRef): CompiledFlow {
  const imported = data.sets.map(({ name, key, customer, time, fields }) => ({
    name,
    fields,
    ...(key === null ? {} : { key }),
    ...(customer === null ? {} : { customer }),
    ...(time === null ? {} : { time }),
  }));
  const { schema, diagnostics } = dataSchemaOf(flow, imported);
  const compilation = compile(flow, nodeKinds, schema);
  const isZone = compilation.diagnostics.every(({ code }) => code !== 'flow.unknown-time-zone');
  return {
    ...compilation,
    diagnostics: [...diagnostics, ...compilation.diagnostics],
    schema,
    timeZone: isZone ? flow.timeZone : undefined,
  };
}
