// A template on its example data: compiled, fitted, applied, people counted.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import { type NodeCounts, nodeCounts, sweep, tableOf } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { type Flow, flowSchema } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { flowOfTemplate, recordsOf, type Template, worlds } from '../src/index.ts';

const AS_OF = '2026-10-31';

export interface TemplateRun {
  readonly flow: Flow;
  readonly nodes: { readonly [id: string]: NodeCounts };
  readonly diagnostics: readonly Diagnostic[];
}

/** Every stage has to succeed. Counts are those of the data's last day, or of another day with what was fitted on the last. */
export async function runTemplate(template: Template, asOf = AS_OF): Promise<TemplateRun> {
  const flow = flowSchema.parse(flowOfTemplate(template, { id: template.id, timeZone: 'Asia/Shanghai', language: 'en' }));
  const { schema, diagnostics } = dataSchemaOf(flow);
  const compiled = compile(flow, nodeKinds, schema);
  if (compiled.definition === undefined) throw new Error(JSON.stringify(compiled.diagnostics));
  const table = tableOf(compiled.definition.input, recordsOf(worlds[template.example]()), flow.timeZone);
  const { definition, warnings } = await fit(compiled.definition, table, { asOf: AS_OF, generation: 'example' });
  const swept = await sweep(definition, table, { asOf, columns: [] });
  return { flow, nodes: nodeCounts(definition, swept), diagnostics: [...diagnostics, ...compiled.diagnostics, ...warnings] };
}
