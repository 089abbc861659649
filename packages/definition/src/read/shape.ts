// Shapes of JSON: one description that both checks a value and says itself as JSON Schema. Unknown members are let pass.
import type { Json } from '../types.ts';

/** A fault of a document, with the place as a JSON pointer (RFC 6901). */
export interface Fault {
  /** Readable and stable for ever. */
  readonly code: string;
  readonly pointer: string;
  readonly params: { readonly [name: string]: Json };
}

/** Collects faults while a value is walked; stops taking them when there are plenty. */
export interface Findings {
  readonly faults: Fault[];
  readonly add: (code: string, pointer: string, params?: Fault['params']) => void;
}

export interface Shape {
  readonly schema: { readonly [keyword: string]: Json };
  readonly check: (value: unknown, at: Place) => void;
}

export interface Place {
  readonly pointer: string;
  readonly depth: number;
  readonly findings: Findings;
}

const MAX_FAULTS = 100;
/** Deeper values are refused before anything walks them. */
export const MAX_DEPTH = 512;

export function findings(): Findings {
  const faults: Fault[] = [];
  return {
    faults,
    add: (code, pointer, params = {}) => {
      if (faults.length < MAX_FAULTS) faults.push({ code, pointer, params });
    },
  };
}

function inside(at: Place, name: string | number): Place {
  return { ...at, pointer: pointerTo(at.pointer, name), depth: at.depth + 1 };
}

/** The pointer to a member of what stands at `pointer`. */
export function pointerTo(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function expected(at: Place, what: string): void {
  at.findings.add('definition.shape', at.pointer, { expected: what });
}

export const text: Shape = {
  schema: { type: 'string' },
  check: (value, at) => {
    if (typeof value !== 'string') expected(at, 'a text');
  },
};

export const numeric: Shape = {
  schema: { type: 'number' },
  check: (value, at) => {
    if (typeof value !== 'number') expected(at, 'a number');
  },
};

export const wholeNumber: Shape = {
  schema: { type: 'integer', minimum: 0 },
  check: (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) expected(at, 'a whole number from 0');
  },
};

export const anyJson: Shape = {
  schema: {},
  check: (value, at) => {
    if (at.depth > MAX_DEPTH) at.findings.add('definition.too-deep', '', { limit: MAX_DEPTH });
    else if (Array.isArray(value))
      value.forEach((item, index) => {
        anyJson.check(item, inside(at, index));
      });
    else if (isObject(value)) for (const [name, item] of Object.entries(value)) anyJson.check(item, inside(at, name));
  },
};

export const scalar: Shape = {
  schema: { type: ['boolean', 'number', 'string'] },
  check: (value, at) => {
    if (typeof value !== 'boolean' && typeof value !== 'number' && typeof value !== 'string') expected(at, 'a boolean, number or text');
  },
};

export function oneOf(...values: readonly (string | boolean)[]): Shape {
  return {
    schema: values.length === 1 ? { const: values[0] as Json } : { enum: values },
    check: (value, at) => {
      if (!values.includes(value as string)) expected(at, values.join(' | '));
    },
  };
}

export function matching(pattern: RegExp, what: string): Shape {
  return {
    schema: { type: 'string', pattern: pattern.source },
    check: (value, at) => {
      if (typeof value !== 'string' || !pattern.test(value)) expected(at, what);
    },
  };
}

export function nullable(shape: Shape): Shape {
  return {
    schema: { anyOf: [{ type: 'null' }, shape.schema] },
    check: (value, at) => {
      if (value !== null) shape.check(value, at);
    },
  };
}

/** The first shape whose kind of value it is: shapes told apart by `typeof`, list or object. */
export function either(choices: readonly { readonly is: (value: unknown) => boolean; readonly shape: Shape }[], what: string): Shape {
  return {
    schema: { anyOf: choices.map((choice) => choice.shape.schema) },
    check: (value, at) => {
      const choice = choices.find(({ is }) => is(value));
      if (choice === undefined) expected(at, what);
      else choice.shape.check(value, at);
    },
  };
}

export function list(item: Shape): Shape {
  return {
    schema: { type: 'array', items: item.schema },
    check: (value, at) => {
      if (!Array.isArray(value)) return expected(at, 'a list');
      if (at.depth > MAX_DEPTH) return at.findings.add('definition.too-deep', '', { limit: MAX_DEPTH });
      value.forEach((element, index) => {
        item.check(element, inside(at, index));
      });
    },
  };
}

/** An object with any names, each value of one shape. */
export function mapOf(item: Shape): Shape {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    check: (value, at) => {
      if (!isObject(value)) return expected(at, 'an object');
      for (const [name, element] of Object.entries(value)) item.check(element, inside(at, name));
    },
  };
}

export interface Members {
  readonly [name: string]: Shape;
}

export function object(required: Members, optional: Members = {}): Shape {
  const schemas = Object.fromEntries(
    [...Object.entries(required), ...Object.entries(optional)].map(([name, shape]) => [name, shape.schema]),
  );
  return {
    schema: { type: 'object', properties: schemas, required: Object.keys(required) },
    check: (value, at) => {
      if (!isObject(value)) return expected(at, 'an object');
      if (at.depth > MAX_DEPTH) return at.findings.add('definition.too-deep', '', { limit: MAX_DEPTH });
      for (const [name, shape] of Object.entries(required)) {
        if (Object.hasOwn(value, name)) shape.check(value[name], inside(at, name));
        else at.findings.add('definition.member-missing', at.pointer, { member: name });
      }
      for (const [name, shape] of Object.entries(optional)) {
        if (Object.hasOwn(value, name)) shape.check(value[name], inside(at, name));
      }
    },
  };
}

/** Objects told apart by the text of one member. */
export function tagged(member: string, variants: { readonly [tag: string]: Shape }): Shape {
  return {
    schema: {
      oneOf: Object.entries(variants).map(([tag, shape]) => ({
        allOf: [{ properties: { [member]: { const: tag } }, required: [member] }, shape.schema],
      })),
    },
    check: (value, at) => {
      const tag = isObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
      const shape = typeof tag === 'string' && Object.hasOwn(variants, tag) ? variants[tag] : undefined;
      if (shape === undefined) expected(at, `an object with ${member} ${Object.keys(variants).join(' | ')}`);
      else shape.check(value, at);
    },
  };
}

/** A shape that is used inside itself; `name` is its place under `$defs`. */
export function named(name: string, shape: () => Shape): Shape {
  return { schema: { $ref: `#/$defs/${name}` }, check: (value, at) => shape().check(value, at) };
}

export function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
