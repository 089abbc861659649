// Several edges into one node: people are the union, columns the union by name. A column that branches carry differently
// takes the value of the branch the person came through, by the node's priority if through several.
import { type Column, canonicalJson, type Diagnostic, type Expr } from '@tierflow/definition';
import type { ColumnInfo, LabelValue, Scope } from '../define-node.ts';
import { call, column } from '../expressions.ts';
import { behind, type Known } from './program.ts';

/** One edge into a node. */
export interface Branch {
  readonly from: string;
  readonly port: string;
  readonly mask: string;
  readonly scope: Scope;
}

export interface JoinedInputs {
  /** Mask of the people that reach the node. */
  readonly in: string;
  readonly scope: Scope;
  /** The mask and the picked columns, as far as they had to be made. */
  readonly columns: readonly Column[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `branches` in the flow's order, at least one. */
export function joinInputs(node: string, branches: readonly Branch[], priority: readonly string[], known: Known): JoinedInputs {
  const mask = unionMask(node, branches, known);
  const ranked = branches.toSorted((a, b) => rank(a, priority) - rank(b, priority));
  const names = new Set(branches.flatMap((branch) => [...branch.scope.keys()]));
  const made: Column[] = [];
  const scope = new Map<string, ColumnInfo>();
  const diagnostics: Diagnostic[] = [];
  const everybody: Known = { ...known, everybody: (id) => (id === mask.id ? mask.everybody : known.everybody(id)) };
  for (const name of names) {
    const joined = joinColumn({ node, name, branches: ranked, mask: mask.id, where: behind(mask.id, everybody), known });
    if (joined === undefined) {
      diagnostics.push({
        code: 'input.type-conflict',
        severity: 'warning',
        at: { node },
        params: { name, inputs: branches.map((branch) => branch.from).join(', ') },
      });
      continue;
    }
    scope.set(name, joined.info);
    made.push(...joined.columns);
  }
  return { in: mask.id, scope, columns: [...mask.columns, ...made], diagnostics };
}

function rank(branch: Branch, priority: readonly string[]): number {
  const at = priority.findIndex((entry) => entry === branch.from || entry === `${branch.from}:${branch.port}`);
  return at < 0 ? priority.length : at;
}

function unionMask(
  node: string,
  branches: readonly Branch[],
  known: Known,
): { readonly id: string; readonly columns: readonly Column[]; readonly everybody: boolean } {
  const masks = [...new Set(branches.map((branch) => branch.mask))];
  const whole = masks.find((id) => known.everybody(id));
  if (whole !== undefined) return { id: whole, columns: [], everybody: true };
  const [first = ''] = masks;
  if (masks.length === 1) return { id: first, columns: [], everybody: false };
  const id = `${node}:in`;
  return { id, columns: [{ id, node, type: 'boolean', expr: call('or', ...masks.map(column)), mask: true }], everybody: false };
}

interface ColumnRequest {
  readonly node: string;
  readonly name: string;
  /** In order of priority. */
  readonly branches: readonly Branch[];
  /** Everybody who reaches the node. */
  readonly mask: string;
  readonly where: { readonly where?: string };
  readonly known: Known;
}

interface Carrier {
  readonly mask: string;
  readonly info: ColumnInfo;
}

/** The column as the node sees it; undefined where the branches disagree on its type. */
function joinColumn(request: ColumnRequest): { readonly info: ColumnInfo; readonly columns: readonly Column[] } | undefined {
  const { name, branches, known } = request;
  const carriers = branches.flatMap((branch): Carrier[] => {
    const info = branch.scope.get(name);
    return info === undefined ? [] : [{ mask: branch.mask, info }];
  });
  const [first] = carriers;
  if (first === undefined || carriers.some((carrier) => carrier.info.type !== first.info.type)) return undefined;
  const same = carriers.every((carrier) => canonicalJson(carrier.info.expr) === canonicalJson(first.info.expr));
  if (same && (carriers.length === branches.length || isAtHome(carriers, known))) return { info: first.info, columns: [] };
  // Behind a branch that everybody came through, no other has a say.
  const whole = carriers.findIndex((carrier) => carrier.mask === request.mask || known.everybody(carrier.mask));
  if (whole === 0) return { info: first.info, columns: [] };
  const asked = whole < 0 ? carriers : carriers.slice(0, whole + 1);
  return picked(request, asked, whole > 0 || carriers.length === branches.length);
}

/** Whoever has a value came through one of the carrying branches anyway. */
function isAtHome(carriers: readonly Carrier[], known: Known): boolean {
  const expr = carriers[0]?.info.expr;
  const home = expr?.op === 'column' ? known.column(expr.id)?.where : undefined;
  return carriers.some((carrier) => (home === undefined ? known.everybody(carrier.mask) : carrier.mask === home));
}

/** A column that takes each person's value from the first branch they came through. */
function picked(
  { node, name, where }: ColumnRequest,
  carriers: readonly Carrier[],
  everywhere: boolean,
): { readonly info: ColumnInfo; readonly columns: readonly Column[] } {
  const infos = carriers.map((carrier) => carrier.info);
  const [first] = infos as [ColumnInfo, ...ColumnInfo[]];
  const id = `${node}.via_${name}`;
  const choose = (exprOf: (info: ColumnInfo) => Expr): Expr => choice(carriers, exprOf, everywhere);
  const value: Column = { id, node, type: first.type, ...where, expr: choose((info) => info.expr) };
  const scale = first.exact?.scale;
  const twins = scale !== undefined && infos.every((info) => info.exact?.scale === scale);
  const twin: Column = {
    id: `${id}_exact`,
    node,
    type: 'number',
    ...where,
    expr: twins ? choose((info) => info.exact?.expr ?? info.expr) : value.expr,
  };
  const decimals = infos.map((info) => info.decimals);
  return {
    info: {
      name,
      type: first.type,
      expr: column(id),
      node,
      ...(first.title === undefined ? {} : { title: first.title }),
      ...(decimals.every((count) => count !== undefined) ? { decimals: Math.max(...decimals) } : {}),
      ...(twins ? { exact: { expr: column(twin.id), scale } } : {}),
      ...valuesOf(infos),
    },
    columns: twins ? [value, twin] : [value],
  };
}

function choice(carriers: readonly Carrier[], exprOf: (info: ColumnInfo) => Expr, everywhere: boolean): Expr {
  const pairs = carriers.map((carrier) => ({ when: column(carrier.mask), then: exprOf(carrier.info) }));
  // Where every branch carries it, the last one needs no question.
  const last = everywhere ? pairs.at(-1) : undefined;
  const asked = last === undefined ? pairs : pairs.slice(0, -1);
  return call('case', ...asked.flatMap(({ when, then }) => [when, then]), ...(last === undefined ? [] : [last.then]));
}

function valuesOf(infos: readonly ColumnInfo[]): { readonly values?: readonly LabelValue[] } {
  if (!infos.every((info) => info.values !== undefined)) return {};
  const byValue = new Map(infos.flatMap((info) => info.values ?? []).map((value) => [value.value, value]));
  return { values: [...byValue.values()] };
}
