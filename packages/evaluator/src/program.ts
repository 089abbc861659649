// A definition made ready to run: positions of columns, parameter values, what each column needs.
import {
  type Aggregate,
  aggregateNames,
  type Column,
  civilDayIn,
  type Definition,
  functionSpec,
  functionTable,
  type ParameterContent,
  type ParameterExpr,
  type ParameterValue,
  readParameter,
  scopeOf,
  type TableRule,
  type TypeScope,
  tableRules,
  walk,
} from '@tierflow/definition';

/** What evaluators read of a definition; `Definition` fits. */
export type Program = Pick<Definition, 'columns' | 'parameters' | 'input' | 'timeZone' | 'requires' | 'seasons'>;

/** A definition that cannot be evaluated: coded, with the place. */
export class DefinitionError extends Error {
  readonly code: string;
  readonly at: string;
  constructor(code: string, at: string) {
    super(`${code}: ${at}`);
    this.code = code;
    this.at = at;
  }
}

export interface Prepared {
  readonly program: Program;
  readonly types: TypeScope;
  readonly position: (id: string) => number;
  readonly parameter: (part: ParameterExpr) => ParameterContent;
  /** The rules of an aggregate that reads some. */
  readonly rules: (expr: Aggregate) => readonly TableRule[];
  readonly civilDay: (ms: number) => number;
}

/** Checks that a program can be read here (functions known, references backwards) and resolves its names. Throws DefinitionError. */
export function prepare(program: Program): Prepared {
  const positions = new Map(program.columns.map((column, at) => [column.id, at]));
  const parameters = new Map(program.parameters.map((parameter) => [parameter.id, parameter.value]));
  for (const name of program.requires) {
    if (!Object.hasOwn(functionTable, name) && !aggregateNames.some((known) => known === name)) {
      throw new DefinitionError('definition.unknown-function', name);
    }
  }
  for (const [at, column] of program.columns.entries()) checkReferences(column, at, positions);
  const position = (id: string): number => {
    const at = positions.get(id);
    if (at === undefined) throw new DefinitionError('definition.unknown-column', id);
    return at;
  };
  return {
    program,
    types: scopeOf(program),
    position,
    parameter: (part) => readParameter(part, parameters.get(part.id)) ?? unreadable(part.id, parameters.get(part.id)),
    rules: ({ rules }) => {
      const id = rules?.op === 'parameter' ? rules.id : '';
      return tableRules(parameters.get(id)) ?? unreadable(id, parameters.get(id));
    },
    civilDay: civilDayIn(program.timeZone),
  };
}

function checkReferences(column: Column, at: number, positions: ReadonlyMap<string, number>): void {
  const earlier = (id: string): void => {
    const position = positions.get(id);
    if (position === undefined || position >= at) throw new DefinitionError('definition.unknown-column', `${column.id} → ${id}`);
  };
  if (column.where !== undefined) earlier(column.where);
  walk(column.expr, (part) => {
    if (part.op === 'column') earlier(part.id);
    if (part.op === 'call' && functionSpec(part.fn) === undefined) throw new DefinitionError('definition.unknown-function', part.fn);
  });
}

function unreadable(id: string, value: ParameterValue | undefined): never {
  throw new DefinitionError(value === null ? 'definition.not-fitted' : 'definition.unknown-parameter', id);
}

/** Positions of the columns needed for some columns, those included, ascending; `known` columns need nothing. */
export function neededFor(prepared: Prepared, ids: Iterable<string>, known: ReadonlySet<string> = new Set()): readonly number[] {
  const needed = new Set<number>();
  const visit = (id: string): void => {
    const at = prepared.position(id);
    if (needed.has(at)) return;
    needed.add(at);
    if (known.has(id)) return;
    const column = prepared.program.columns[at] as Column;
    if (column.where !== undefined) visit(column.where);
    walk(column.expr, (part) => {
      if (part.op === 'column') visit(part.id);
    });
  };
  for (const id of ids) visit(id);
  return [...needed].sort((a, b) => a - b);
}
