// The shape of `tierflow/definition@1`, member by member as in types.ts, and its JSON Schema.
import { aggregateNames } from '../functions.ts';
import type { Json } from '../types.ts';
import {
  anyJson,
  either,
  isObject,
  list,
  mapOf,
  matching,
  named,
  nullable,
  numeric,
  object,
  oneOf,
  type Shape,
  scalar,
  tagged,
  text,
  wholeNumber,
} from './shape.ts';

const valueType = oneOf('boolean', 'number', 'string', 'date', 'datetime');
const day = matching(/^\d{4}-\d{2}-\d{2}$/, 'a day YYYY-MM-DD');
const localText = object({ en: text }, { 'zh-CN': text });
const field = object({ name: text, type: valueType });
const expr: Shape = named('expr', () => exprShape);

const exprShape: Shape = tagged('op', {
  literal: object({ value: scalar }),
  date: object({ value: day }),
  missing: object({ type: valueType }),
  list: object({ values: list(scalar) }),
  field: object({ name: text }),
  line: object({ name: text }),
  column: object({ id: text }),
  parameter: object({ id: text }, { member: text }),
  asOf: object({}),
  call: object({ fn: text, args: list(expr) }),
  aggregate: object(
    { fn: oneOf(...aggregateNames), from: text },
    { value: expr, where: expr, by: expr, at: wholeNumber, descending: oneOf(true), rules: expr },
  ),
});

const column = object(
  { id: text, node: text, type: valueType, expr },
  {
    where: text,
    mask: oneOf(true),
    name: text,
    title: localText,
    values: list(object({ value: text, title: localText })),
  },
);

const parameterValue = nullable(
  either(
    [
      { is: (value) => typeof value === 'number', shape: numeric },
      { is: Array.isArray, shape: list(numeric) },
      { is: isObject, shape: mapOf(anyJson) },
    ],
    'null, a number, a list of numbers or an object',
  ),
);

const fitLines = object({ from: text, of: list(expr) }, { where: expr });
const fit = object({ estimator: text, of: list(text), options: mapOf(anyJson) }, { where: text, lines: fitLines });
const port = object({ id: text, mask: text }, { title: localText });
const node = object(
  { id: text, kind: text, title: localText, summary: localText, in: text, ports: list(port), columns: list(text) },
  { unknown: text },
);
const band = object({ id: text, title: localText, mask: text });
const answer = object({ name: text, column: text });

const outputs = object({
  tiers: list(object({ node: text, bands: list(band), unassigned: text }, { score: text })),
  scores: list(answer),
  labels: list(answer),
  segments: list(band),
  playbooks: list(object({ id: text, title: localText, mask: text, priority: numeric })),
});

const seasonDay = matching(/^(\d{4}-)?\d{2}-\d{2}$/, 'a day YYYY-MM-DD, or MM-DD of every year');
const season = object({ id: text, title: localText, from: seasonDay, to: seasonDay, summaries: mapOf(localText) }, { yearly: oneOf(true) });

const vector = object({
  asOf: day,
  record: mapOf(anyJson),
  expect: object({ tier: nullable(text), score: nullable(numeric), playbooks: list(text) }),
});

const members = {
  format: oneOf('tierflow/definition@1'),
  name: text,
  title: localText,
  version: wholeNumber,
  revision: wholeNumber,
  timeZone: text,
  requires: list(text),
  input: object({ key: text, fields: list(field), collections: list(object({ name: text, fields: list(field) }, { time: text })) }),
  fittedOn: nullable(object({ asOf: day, generation: text, rows: wholeNumber })),
  parameters: list(object({ id: text, node: text, value: parameterValue }, { fit })),
  columns: list(column),
  nodes: list(node),
  outputs,
  vectors: list(vector),
};

export const definitionShape: Shape = object(members, { seasons: list(season) });

/** JSON Schema (2020-12) of a definition file. Readers let unknown members pass and refuse unknown operations. */
export const definitionSchema: { readonly [keyword: string]: Json } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'tierflow/definition@1',
  ...definitionShape.schema,
  $defs: { expr: exprShape.schema },
};
