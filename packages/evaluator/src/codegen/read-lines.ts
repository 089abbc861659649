// Text that reads a collection of a record. Numbers, texts and booleans are read inside the loop of the aggregate that
// wants them, so that one pass over the lines is enough; days and instants are parsed once, before, and lines are brought
// into order of their time only where an answer depends on it.
import type { Collection, Field } from '@tierflow/definition';
import type { CollectionReads } from '../reads.ts';
import type { LineWalk } from './emit-aggregate.ts';
import { emitRead, type Manner } from './read-fields.ts';

export interface LineReading {
  readonly walk: () => LineWalk;
  /** Statements of the program's head, once everything is emitted: variables that outlive a record. */
  readonly shared: () => readonly string[];
  /** Statements before the columns, once everything is emitted. */
  readonly before: () => readonly string[];
  /** Statements behind the columns: look at the lines that no aggregate has looked at. */
  readonly behind: () => readonly string[];
}

export interface LineReadingOptions extends Manner {
  readonly collection: Collection;
  /** Position among the collections that are read; makes names unique. */
  readonly at: number;
  readonly reads: CollectionReads;
  readonly civilDay: (ms: number) => number;
}

const isTime = ({ type }: Field): boolean => type === 'date' || type === 'datetime';
/** Members that a list or a text has of its own: a line of that kind has to be told from an object. */
const OWN_OF_OTHERS = /^(length|\d+)$/;

/** Names and texts of one collection, while the program is emitted. */
interface Lines extends LineReadingOptions {
  readonly list: string;
  readonly fields: readonly Field[];
  /** Arrays of days and instants, and of civil days of instants, by field. */
  readonly parsed: ReadonlyMap<string, string>;
  readonly days: Map<string, string>;
  /** One variable per aggregate: whether it has looked at all lines. */
  readonly seen: string[];
  /** A loop over the lines, and the line at hand in it. */
  readonly loop: string;
  readonly line: string;
}

/** The reading of one collection. */
export function lineReading(options: LineReadingOptions): LineReading {
  const { collection, at, reads, add, trusted } = options;
  const list = `L${at}`;
  const fields = collection.fields.filter((field) => reads.fields.has(field.name));
  const lines: Lines = {
    ...options,
    list,
    fields,
    parsed: new Map(fields.filter(isTime).map((field, n) => [field.name, `S${at}_${n}`])),
    days: new Map(),
    seen: [],
    loop: `for (let j = 0; j < ${list}.length; j++) {`,
    line: `const l = ${list}[j]; ${trusted ? '' : `if (${noObject(fields)}) { off = 1; break; }`}`,
  };
  const none = add(NO_LINES);
  return {
    walk: () => walkOf(lines),
    shared: () => [...lines.parsed.values(), ...lines.days.values()].map((array) => `let ${array} = new Float64Array(64);`),
    before: () => [
      `let ${list} = r[${add(collection.name)}];`,
      trusted
        ? `if (${list} === undefined) ${list} = ${none};`
        : `if (!Array.isArray(${list})) { if (${list} !== undefined && ${list} !== null) off = 1; ${list} = ${none}; }`,
      ...(trusted || lines.seen.length === 0 ? [] : [`let ${lines.seen.map((name) => `${name} = 0`).join(', ')};`]),
      ...emitParsing(lines),
    ],
    behind: () => {
      const rest = fields.filter((field) => !lines.parsed.has(field.name));
      if (trusted || rest.length === 0) return [];
      const unseen = lines.seen.map((name) => `${name} === 0`).join(' || ');
      return [`if (${unseen}) {`, `${lines.loop} ${lines.line}`, ...rest.map((field, n) => emitMember(`x${n}`, field, lines)), '} }'];
    },
  };
}

function noObject(fields: readonly Field[]): string {
  const odd = fields.some((field) => OWN_OF_OTHERS.test(field.name));
  return odd ? `typeof l !== 'object' || l === null || Array.isArray(l)` : 'l === undefined || l === null';
}

function emitMember(variable: string, { name, type }: Field, lines: Lines): string {
  return emitRead(variable, `l[${lines.add(name)}]`, type, lines);
}

/** One aggregate's way over the lines: what it wants is read first. */
function walkOf(lines: Lines): LineWalk {
  const { fields, parsed, days, at, seen } = lines;
  const variables = new Map<string, string>();
  const reading: string[] = [];
  const own = `d${at}_${seen.length}`;
  seen.push(own);
  return {
    line: (name, type) => {
      const variable = variables.get(name) ?? `x${variables.size}`;
      const stored = parsed.get(name);
      if (!variables.has(name))
        reading.push(stored === undefined ? emitMember(variable, { name, type }, lines) : `const ${variable} = ${stored}[j];`);
      variables.set(name, variable);
      return variable;
    },
    dayOf: (name) => {
      if (!fields.some((field) => field.name === name && field.type === 'datetime')) return undefined;
      const array = days.get(name) ?? `D${at}_${days.size}`;
      days.set(name, array);
      return `${array}[j]`;
    },
    head: () => [lines.loop, ...(fields.length > parsed.size ? [lines.line] : []), ...reading].join(' '),
    tail: () => (lines.trusted ? '' : `${own} = 1;`),
  };
}

/** Parses days and instants, and asks whether the lines are in order of their time. */
function emitParsing({ collection, fields, reads, list, loop, line, parsed, days, ...rest }: Lines): readonly string[] {
  const { add, trusted, civilDay } = rest;
  const arrays = [...parsed.values(), ...days.values()];
  if (arrays.length === 0) return [];
  const each = fields.filter(isTime).map((field, n) => {
    const day = days.get(field.name);
    const kept = day === undefined ? '' : `${day}[j] = x${n} === x${n} ? ${add(civilDay)}(x${n}) : NaN;`;
    return `${emitRead(`x${n}`, `l[${add(field.name)}]`, field.type, rest)} ${parsed.get(field.name)}[j] = x${n}; ${kept}`;
  });
  const room = `if (${list}.length > ${arrays[0]}.length) { ${arrays.map((array) => `${array} = new Float64Array(2 * ${list}.length);`).join(' ')} }`;
  const time = trusted || !reads.ordered ? undefined : parsed.get(collection.time ?? '');
  if (time === undefined) return [room, `${loop} ${line}`, ...each, '}'];
  return [
    room,
    'for (;;) { let far = -Infinity, mixed = false;',
    `${loop} ${line}`,
    ...each,
    `const o = ${time}[j]; if (o < far) mixed = true; far = o === o ? o : Infinity; }`,
    `if (!mixed || off !== 0) break; ${list} = ${add(inTimeOrder)}(${list}, ${time}); }`,
  ];
}

const NO_LINES: readonly object[] = Object.freeze([]);

/** Stable order by time, missing last. */
function inTimeOrder(lines: readonly object[], times: Float64Array): readonly object[] {
  const at = (line: number): number => {
    const time = times[line] as number;
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
  };
  const order = lines.map((_, line) => line).sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a - b));
  return order.map((line) => lines[line] as object);
}
