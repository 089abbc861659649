// What columns and parameters of several compilations have in common: the same content gets the same name.
import { canonicalJson, type Definition, type Expr, type Fit, type Json, type Parameter, rewrite } from '@tierflow/definition';

/** One compilation of the flow: as usual (`suffix` is empty), or with a season's numbers in. */
export interface Variant {
  /** The season's id. */
  readonly suffix: string;
  readonly definition: Definition;
}

export interface VariantNames {
  /** Whether a column is the same in every variant, down to the fields it is made from. */
  readonly isSteady: (column: string) => boolean;
  /** Id of a column as one variant has it, whatever the as-of day. */
  readonly pure: (column: string, variant: number) => string;
  /** Id of a parameter as one variant has it. */
  readonly parameter: (id: string, variant: number) => string;
}

/** Names for the parts of some variants; the first is the usual one, whose parameters keep their ids. */
export function variantNames(variants: readonly Variant[]): VariantNames {
  const columns = new Contents();
  const parameters = new Contents();
  const maps = variants.map(({ suffix, definition }) => {
    const byId = new Map(definition.parameters.map((parameter) => [parameter.id, parameter]));
    const named = { columns: new Map<string, string>(), parameters: new Map<string, string>() };
    const parameterName = (id: string): string => {
      const known = named.parameters.get(id);
      if (known !== undefined) return known;
      const name = parameters.nameFor(
        id,
        parameterContent(byId.get(id), (column) => named.columns.get(column) ?? column),
        suffix,
      );
      named.parameters.set(id, name);
      return name;
    };
    for (const column of definition.columns) {
      const expr = renamed(column.expr, { column: (id) => named.columns.get(id) ?? id, parameter: parameterName });
      const where = column.where === undefined ? null : (named.columns.get(column.where) ?? column.where);
      named.columns.set(column.id, columns.nameFor(column.id, [column.type, column.mask ?? false, where, expr as unknown as Json], suffix));
    }
    for (const { id } of definition.parameters) parameterName(id);
    return named;
  });
  const isSteady = (id: string): boolean => {
    const first = maps[0]?.columns.get(id);
    return first !== undefined && maps.every((map) => map.columns.get(id) === first);
  };
  return {
    isSteady,
    pure: (id, variant) => (isSteady(id) ? id : (maps[variant]?.columns.get(id) ?? id)),
    parameter: (id, variant) => {
      const name = maps[variant]?.parameters.get(id) ?? id;
      return name === `${id}@` ? id : name;
    },
  };
}

/** Contents met so far under an id, with the name of the variant that had them first. */
class Contents {
  readonly #names = new Map<string, string>();

  nameFor(id: string, content: Json, suffix: string): string {
    const key = canonicalJson([id, content]);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `${id}@${suffix}`;
    this.#names.set(key, name);
    return name;
  }
}

export interface Renaming {
  readonly column: (id: string) => string;
  readonly parameter: (id: string) => string;
}

/** An expression with its references under other names. */
export function renamed(expr: Expr, { column, parameter }: Renaming): Expr {
  return rewrite(expr, (part) => {
    if (part.op === 'column') return { ...part, id: column(part.id) };
    return part.op === 'parameter' ? { ...part, id: parameter(part.id) } : part;
  });
}

/** A fit with its columns under other names, wherever in it they stand. */
export function renamedFit(fit: Fit, column: (id: string) => string): Fit {
  const { of, where, ...rest } = fit;
  const inside = renamedInside(rest as unknown as Json, column) as unknown as typeof rest;
  return { ...inside, of: of.map(column), ...(where === undefined ? {} : { where: column(where) }) };
}

function renamedInside(value: Json, column: (id: string) => string): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => renamedInside(item, column));
  const { op, id } = value as { readonly [name: string]: Json };
  if (op === 'column' && typeof id === 'string') return { ...value, id: column(id) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamedInside(inner, column)]));
}

function parameterContent(parameter: Parameter | undefined, column: (id: string) => string): Json {
  if (parameter === undefined) return null;
  const fit = parameter.fit === undefined ? null : renamedFit(parameter.fit, column);
  return [parameter.value, fit as unknown as Json];
}
