// Fitting that remembers: a parameter whose inputs did not change keeps its value, so an edit refits only what it touches.
import { canonicalJson, columnHashes, type Definition, type Diagnostic, fitContent, type ParameterValue } from '@tierflow/definition';
import type { SweepCache, Table } from '@tierflow/evaluator';
import { type Fitted, fit } from '@tierflow/fitting';

interface Remembered {
  readonly value: ParameterValue;
  /** Codes of the remarks made when it was fitted. */
  readonly codes: readonly string[];
}

const MAX_ENTRIES = 5_000;

export interface FitRequest {
  readonly definition: Definition;
  readonly table: Table;
  readonly asOf: string;
  readonly generation: string;
  readonly cache: SweepCache;
  readonly pause?: () => Promise<boolean>;
}

/** Belongs to one table: values fitted on another are not comparable. */
export class FitMemory {
  readonly #values = new Map<string, Remembered>();

  async fit(request: FitRequest): Promise<Fitted> {
    const { definition, table, ...options } = request;
    const keys = fitKeys(definition, options.asOf);
    const recalled = new Map<string, Remembered>();
    for (const [id, key] of keys) {
      const found = this.#values.get(key);
      if (found !== undefined) recalled.set(id, found);
    }
    const parameters = definition.parameters.map((parameter) => ({
      ...parameter,
      value: recalled.get(parameter.id)?.value ?? parameter.value,
    }));
    const fitted = await fit({ ...definition, parameters }, table, options);
    const warnings = [...this.#recall(definition, recalled), ...fitted.warnings];
    this.#remember(fitted, keys, recalled);
    return { definition: fitted.definition, warnings };
  }

  #recall(definition: Definition, recalled: ReadonlyMap<string, Remembered>): readonly Diagnostic[] {
    return definition.parameters.flatMap(({ id, node }) =>
      (recalled.get(id)?.codes ?? []).map((code): Diagnostic => ({ code, severity: 'warning', at: { node }, params: { parameter: id } })),
    );
  }

  #remember(fitted: Fitted, keys: ReadonlyMap<string, string>, recalled: ReadonlyMap<string, Remembered>): void {
    if (this.#values.size > MAX_ENTRIES) this.#values.clear();
    for (const { id, value } of fitted.definition.parameters) {
      const key = keys.get(id);
      if (key === undefined || recalled.has(id)) continue;
      const codes = fitted.warnings.filter((warning) => warning.params['parameter'] === id).map((warning) => warning.code);
      this.#values.set(key, { value, codes });
    }
  }
}

/** Content of every fit by parameter id, and the as-of day. Hashes of the unfitted program say how inputs are made. */
function fitKeys(definition: Definition, asOf: string): ReadonlyMap<string, string> {
  const hashes = columnHashes(definition);
  const keys = new Map<string, string>();
  for (const { id, fit: how, value } of definition.parameters) {
    if (how === undefined || value !== null) continue;
    keys.set(id, canonicalJson([asOf, fitContent(how, hashes)]));
  }
  return keys;
}
