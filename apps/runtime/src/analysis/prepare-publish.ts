// A flow made ready to publish: compiled without errors, fitted, held against its own test vectors, counted.
import type { Diagnostic } from '@tierflow/definition';
import { sweep, testVectors, vectorMismatches } from '@tierflow/evaluator';
import type { Flow } from '@tierflow/flow';
import type { DataRef, PrepareResult } from './protocol.ts';
import { outputCounts } from './tier-counts.ts';
import type { Workbench } from './workbench.ts';

export async function preparePublish(bench: Workbench, flow: Flow, data: DataRef): Promise<PrepareResult> {
  const { fitted, diagnostics, bench: on } = await bench.ready(flow, data, { asOf: data.asOf });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, diagnostics: errors };
  if (fitted === undefined) return { ok: false, diagnostics: [gate('publish.nothing', {})] };
  const unfitted = fitted.parameters.filter(({ value }) => value === null);
  if (unfitted.length > 0)
    return { ok: false, diagnostics: unfitted.map(({ id, node }) => ({ ...gate('publish.not-fitted', { parameter: id }), at: { node } })) };
  const definition = { ...fitted, vectors: testVectors(fitted) };
  const apart = vectorMismatches(definition, 'generated');
  if (apart.length > 0) return { ok: false, diagnostics: [gate('publish.evaluators-disagree', { vectors: apart.length })] };
  const result = await sweep(fitted, on.table, { asOf: data.asOf, cache: on.cache });
  const { tiers, unassigned } = outputCounts(fitted, result.counts);
  return {
    ok: true,
    definition,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
    counts: { customers: result.rows, tiers, unassigned },
  };
}

function gate(code: string, params: Diagnostic['params']): Diagnostic {
  return { code, severity: 'error', at: {}, params };
}
