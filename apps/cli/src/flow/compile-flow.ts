// A flow and imported files to an unfitted definition, with every remark on the way.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition, Diagnostic } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import type { ImportedFile } from './import-files.ts';

export interface CompiledFlow {
  readonly definition?: Definition;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles against what the flow declares and what the files hold. */
export function compileFlow(flow: Flow, files: readonly Pick<ImportedFile, 'name' | 'manifest'>[]): CompiledFlow {
  const imported = files.map(({ name, manifest }) => ({
    name,
    key: manifest.key ?? undefined,
    customer: manifest.customer ?? undefined,
    time: manifest.time ?? undefined,
    fields: manifest.columns.map(({ name: field, type }) => ({ name: field, type })),
  }));
  const { schema, diagnostics } = dataSchemaOf(flow, imported);
  const { definition, diagnostics: remarks } = compile(flow, nodeKinds, schema);
  return { ...(definition === undefined ? {} : { definition }), diagnostics: [...diagnostics, ...remarks] };
}
