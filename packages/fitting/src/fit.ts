// The fit stage: sweep, estimate, write the value, in the order in which parameters need each other.
import { columnsOfFit, type Definition, type Diagnostic, type Parameter, type ParameterValue, walk } from '@tierflow/definition';
import { type ColumnData, DefinitionError, type SweepCache, sweep, type Table } from '@tierflow/evaluator';
import type { Around, Estimate } from './estimators/estimator.ts';
import { estimators } from './estimators/index.ts';
import { keyOrder } from './key-order.ts';
import { type LineRequest, sampleLines } from './line-sample.ts';

export interface FitOptions {
  /** Civil day. */
  readonly asOf: string;
  /** Names the data, e.g. a generation number or a digest of files. */
  readonly generation: string;
  readonly cache?: SweepCache;
  /** Awaited between steps; answering false stops the fit with SweepStopped. */
  readonly pause?: () => Promise<boolean>;
  /** Told by long estimates how far they are. */
  readonly progress?: (step: FitProgress) => void;
}

export interface FitProgress {
  /** The parameter being estimated, and its node. */
  readonly parameter: string;
  readonly node: string;
  /** 0 to 1. */
  readonly share: number;
}

export interface Fitted {
  readonly definition: Definition;
  /** Remarks by node: a fit without data, cuts that coincide. */
  readonly warnings: readonly Diagnostic[];
}

/** Estimates every unfitted parameter on a table. The result says on what it was fitted and decides without data. */
export async function fit(definition: Definition, table: Table, options: FitOptions): Promise<Fitted> {
  const values = new Map<string, ParameterValue>();
  const warnings: Diagnostic[] = [];
  const withValues = (): Definition => ({
    ...definition,
    parameters: definition.parameters.map((parameter) => ({ ...parameter, value: values.get(parameter.id) ?? parameter.value })),
  });
  const dependencies = parametersOfColumns(definition);
  const orderOf = once(() => keyOrder(table.key));
  const given = new Map(definition.parameters.map(({ id, value }) => [id, value]));
  const known = (id: string): ParameterValue | undefined => values.get(id) ?? given.get(id);
  let open = definition.parameters.filter((parameter) => parameter.value === null && parameter.fit !== undefined);
  while (open.length > 0) {
    const waiting = new Set(open.map((parameter) => parameter.id));
    const ready = open.filter((parameter) => inputsOf(parameter).every((id) => !overlap(dependencies.get(id), waiting)));
    if (ready.length === 0) throw new DefinitionError('definition.circular-fit', [...waiting].join(', '));
    const columns = [...new Set(ready.flatMap(inputsOf))];
    const swept = await sweep(withValues(), table, sweepOptions(columns, options));
    for (const parameter of ready) {
      const lines = await linesOf(parameter, { definition: withValues(), table, columns: swept.columns, options });
      const around = { ...aroundOf(parameter, options, { keyOrder: orderOf, parameter: known }), ...lines };
      const { value, warnings: codes } = await estimate(parameter, swept.columns, around);
      values.set(parameter.id, value);
      warnings.push(...codes.map((code) => warning(code, parameter)));
    }
    open = open.filter((parameter) => !ready.includes(parameter));
  }
  return { definition: { ...withValues(), fittedOn: { asOf: options.asOf, generation: options.generation, rows: table.rows } }, warnings };
}

function sweepOptions(columns: readonly string[], options: FitOptions) {
  const { asOf, cache, pause } = options;
  return { asOf, columns, counts: [], ...(cache === undefined ? {} : { cache }), ...(pause === undefined ? {} : { pause }) };
}

function inputsOf({ fit }: Parameter): readonly string[] {
  return fit === undefined ? [] : columnsOfFit(fit);
}

function overlap(ids: ReadonlySet<string> | undefined, others: ReadonlySet<string>): boolean {
  return ids !== undefined && [...ids].some((id) => others.has(id));
}

/** Parameters each column depends on, through other columns too. */
function parametersOfColumns(definition: Definition): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const column of definition.columns) {
    const own = new Set<string>();
    const take = (id: string): void => {
      for (const parameter of found.get(id) ?? []) own.add(parameter);
    };
    if (column.where !== undefined) take(column.where);
    walk(column.expr, (part) => {
      if (part.op === 'parameter') own.add(part.id);
      if (part.op === 'column') take(part.id);
    });
    found.set(column.id, own);
  }
  return found;
}

function estimate(parameter: Parameter, columns: { readonly [id: string]: ColumnData }, around: Around): Estimate | Promise<Estimate> {
  const { estimator = '', of = [], where, options = {} } = parameter.fit ?? {};
  const run = Object.hasOwn(estimators, estimator) ? estimators[estimator] : undefined;
  if (run === undefined) throw new DefinitionError('definition.unknown-estimator', estimator);
  const mask = where === undefined ? undefined : columns[where];
  const rows = mask?.type === 'boolean' ? mask.values : undefined;
  return run(
    of.map((id) => columns[id] as ColumnData),
    rows,
    options,
    around,
  );
}

async function linesOf({ fit: how }: Parameter, request: LineRequest): Promise<Pick<Around, 'lines'>> {
  return how?.lines === undefined ? {} : { lines: await sampleLines(how.lines, request) };
}

function aroundOf({ id, node }: Parameter, { pause, progress }: FitOptions, shared: Pick<Around, 'keyOrder' | 'parameter'>): Around {
  return {
    ...shared,
    ...(pause === undefined ? {} : { pause }),
    ...(progress === undefined ? {} : { progress: (share: number) => progress({ parameter: id, node, share }) }),
  };
}

/** The value of the first call, kept. */
function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}

function warning(code: string, parameter: Parameter): Diagnostic {
  return { code, severity: 'warning', at: { node: parameter.node }, params: { parameter: parameter.id } };
}
