// Reads a definition that came from outside: shape, known functions, references and types, all before anything runs.
import { functionsIn, scopeOf, type TypeScope, typeOf } from '../type-of.ts';
import type { Definition } from '../types.ts';
import { checkExpr, isKnownFunction } from './check-expr.ts';
import { definitionShape } from './definition-shape.ts';
import { type Fault, type Findings, findings as newFindings, pointerTo } from './shape.ts';

/** A definition that every evaluator can read, or all that is wrong with it (at most 100 faults). */
export type DefinitionReading =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a JSON value as a definition. Codes: `definition.shape`, `.member-missing`, `.too-deep`, `.unknown-function`,
 * `.unknown-field`, `.unknown-column`, `.unknown-collection`, `.unknown-parameter`, `.duplicate`, `.not-a-mask`, `.wrong-type`,
 * `.arguments`, `.line-outside`, `.nested-aggregate`, `.unreadable-day`, `.requires`, `.time-zone`, `.not-fitted`.
 * @example
 * const reading = readDefinition(JSON.parse(text));
 * if (!reading.ok) console.error(reading.faults);
 */
export function readDefinition(value: unknown): DefinitionReading {
  const findings = newFindings();
  definitionShape.check(value, { pointer: '', depth: 0, findings });
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  const definition = value as Definition;
  checkFrame(definition, findings);
  checkColumns(definition, findings);
  checkParameters(definition, findings);
  checkFitLines(definition, findings);
  checkMasks(definition, findings);
  return findings.faults.length > 0 ? { ok: false, faults: findings.faults } : { ok: true, definition };
}

function checkFrame({ requires, timeZone, input }: Definition, findings: Findings): void {
  requires.forEach((name, at) => {
    if (!isKnownFunction(name)) findings.add('definition.unknown-function', `/requires/${at}`, { name });
  });
  if (!isZone(timeZone)) findings.add('definition.time-zone', '/timeZone', { name: timeZone.slice(0, 60) });
  refuseTwice(
    input.fields.map(({ name }) => name),
    '/input/fields',
    findings,
  );
  refuseTwice(
    input.collections.map(({ name }) => name),
    '/input/collections',
    findings,
  );
  input.collections.forEach(({ time, fields }, at) => {
    const type = fields.find(({ name }) => name === time)?.type;
    if (time !== undefined && type !== 'date' && type !== 'datetime')
      findings.add('definition.unknown-field', `/input/collections/${at}/time`, { name: time });
  });
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function refuseTwice(names: readonly string[], pointer: string, findings: Findings): void {
  const seen = new Set<string>();
  names.forEach((name, at) => {
    if (seen.has(name)) findings.add('definition.duplicate', pointerTo(pointer, at), { name });
    seen.add(name);
  });
}

/** Each column reads fields, parameters and earlier columns, and has the type it says. */
function checkColumns(definition: Definition, findings: Findings): void {
  const { columns, requires } = definition;
  refuseTwice(
    columns.map(({ id }) => id),
    '/columns',
    findings,
  );
  const whole = scopeOf(definition);
  const earlier = new Set<string>();
  const scope: TypeScope = { ...whole, column: (id) => (earlier.has(id) ? whole.column(id) : undefined) };
  const parameters = new Map(definition.parameters.map(({ id, value }) => [id, value]));
  const masks = new Set<string>();
  const required = new Set(requires);
  columns.forEach((column, at) => {
    const pointer = `/columns/${at}`;
    const before = findings.faults.length;
    if (column.where !== undefined && !masks.has(column.where))
      findings.add('definition.not-a-mask', `${pointer}/where`, { name: column.where });
    checkExpr(column.expr, { pointer: `${pointer}/expr`, scope, parameters, findings });
    const sound = findings.faults.length === before;
    if (sound && typeOf(column.expr, scope) !== column.type)
      findings.add('definition.wrong-type', `${pointer}/expr`, { expected: column.type });
    for (const name of functionsIn(column.expr)) {
      if (sound && !required.has(name)) findings.add('definition.requires', '/requires', { name });
      required.add(name);
    }
    earlier.add(column.id);
    if (column.mask === true && column.type === 'boolean') masks.add(column.id);
    else if (column.mask === true) findings.add('definition.wrong-type', pointer, { expected: 'boolean' });
  });
}

function checkParameters({ parameters, columns, fittedOn }: Definition, findings: Findings): void {
  refuseTwice(
    parameters.map(({ id }) => id),
    '/parameters',
    findings,
  );
  const ids = new Set(columns.map(({ id }) => id));
  parameters.forEach(({ id, fit, value }, at) => {
    for (const name of [...(fit?.of ?? []), ...(fit?.where === undefined ? [] : [fit.where])]) {
      if (!ids.has(name)) findings.add('definition.unknown-column', `/parameters/${at}/fit`, { name });
    }
    if (value === null && (fit === undefined || fittedOn !== null))
      findings.add('definition.not-fitted', `/parameters/${at}/value`, { name: id });
  });
}

/** What a fit reads of lines is an expression over one of them. */
function checkFitLines(definition: Definition, findings: Findings): void {
  const whole = scopeOf(definition);
  const parameters = new Map(definition.parameters.map(({ id, value }) => [id, value]));
  definition.parameters.forEach(({ fit }, at) => {
    if (fit?.lines === undefined) return;
    const { from, of, where } = fit.lines;
    const pointer = `/parameters/${at}/fit/lines`;
    const line = whole.collection(from);
    if (line === undefined) {
      findings.add('definition.unknown-collection', pointer, { name: from });
      return;
    }
    const scope = { ...whole, line };
    of.forEach((expr, index) => {
      checkExpr(expr, { pointer: `${pointer}/of/${index}`, scope, parameters, findings });
    });
    if (where === undefined) return;
    checkExpr(where, { pointer: `${pointer}/where`, scope, parameters, findings });
    if (typeOf(where, scope) !== 'boolean') findings.add('definition.wrong-type', `${pointer}/where`, { expected: 'boolean' });
  });
}

/** Nodes and outputs speak of masks and columns that exist. */
function checkMasks({ columns, nodes, outputs }: Definition, findings: Findings): void {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const mask = (id: string, pointer: string): void => {
    if (byId.get(id)?.mask !== true) findings.add('definition.not-a-mask', pointer, { name: id });
  };
  const column = (id: string, pointer: string, type?: string): void => {
    const found = byId.get(id);
    if (found === undefined) findings.add('definition.unknown-column', pointer, { name: id });
    else if (type !== undefined && found.type !== type) findings.add('definition.wrong-type', pointer, { expected: type });
  };
  refuseTwice(
    nodes.map(({ id }) => id),
    '/nodes',
    findings,
  );
  nodes.forEach((node, at) => {
    mask(node.in, `/nodes/${at}/in`);
    node.ports.forEach((port, index) => {
      mask(port.mask, `/nodes/${at}/ports/${index}/mask`);
    });
    if (node.unknown !== undefined) mask(node.unknown, `/nodes/${at}/unknown`);
    node.columns.forEach((id, index) => {
      column(id, `/nodes/${at}/columns/${index}`);
    });
  });
  outputs.tiers.forEach((tier, at) => {
    mask(tier.unassigned, `/outputs/tiers/${at}/unassigned`);
    tier.bands.forEach((band, index) => {
      mask(band.mask, `/outputs/tiers/${at}/bands/${index}/mask`);
    });
    if (tier.score !== undefined) column(tier.score, `/outputs/tiers/${at}/score`, 'number');
  });
  outputs.scores.forEach((score, at) => {
    column(score.column, `/outputs/scores/${at}/column`, 'number');
  });
  outputs.labels.forEach((label, at) => {
    column(label.column, `/outputs/labels/${at}/column`, 'string');
  });
  outputs.segments.forEach((segment, at) => {
    mask(segment.mask, `/outputs/segments/${at}/mask`);
  });
  outputs.playbooks.forEach((playbook, at) => {
    mask(playbook.mask, `/outputs/playbooks/${at}/mask`);
  });
}
