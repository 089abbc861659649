// Signatures of functions written in a formula: `<n-s?:n>`, `<a<s>s?:s>`, `<(ns)-:n>`. What a call gives is held against
// them when the formula is checked, by the rules of JSONata: one letter for each argument, matched from left to right.
import type { Span } from '../syntax/tree.ts';
import { ofType } from './coerce.ts';
import type { Lowering } from './lowering.ts';
import {
  type Argument,
  type Call,
  isFunction,
  type Lambda,
  nothing,
  type Shape,
  type Signature,
  type SignatureParameter,
} from './shape.ts';

const SINGLE = { n: 'number', s: 'string', b: 'boolean' } as const;
const PARAMETER = /([nsbloafjux]|\([nsbloa]+\))(<(?:[^<>]|<[^<>]*>)*>)?([-?+]?)/y;

/** The parameters of a signature; undefined for a text that is none. */
export function readSignature(definition: string): Signature | undefined {
  const [, body] = /^<([^:]*?(?:<[^<>]*>[^:]*?)*)(?::.*)?>$/.exec(definition) ?? [];
  if (body === undefined) return undefined;
  const parameters: SignatureParameter[] = [];
  let from = 0;
  while (from < body.length) {
    PARAMETER.lastIndex = from;
    const match = PARAMETER.exec(body);
    if (match === null) return undefined;
    from = PARAMETER.lastIndex;
    parameters.push(parameterOf(match[1] ?? '', match[2]?.slice(1, 2), match[3] ?? ''));
  }
  const pattern = new RegExp(`^${parameters.map(({ accepts, mark }) => `([${accepts}]${mark === '-' ? '?' : mark})`).join('')}$`);
  return { parameters, pattern, written: definition };
}

const CHOICES: Readonly<Record<string, string>> = { a: 'asnblofd', f: 'f', j: 'asnblom', u: 'bnslm', x: 'asnblofmd' };

function parameterOf(letter: string, item: string | undefined, mark: string): SignatureParameter {
  const accepts = letter.startsWith('(') ? `${letter.slice(1, -1)}m` : (CHOICES[letter] ?? `${letter}m`);
  return { letter, accepts: letter === 'a' ? `${accepts}m` : accepts, mark, ...(item === undefined ? {} : { item }) };
}

/** The arguments a signature asks for, the value at hand where it fills in; undefined, with an error, for others. */
export function signedArguments(lambda: Lambda, call: Call, lowering: Lowering): readonly Argument[] | undefined {
  const { signature } = lambda;
  if (signature === undefined) return call.args;
  const match = signature.pattern.exec(call.args.map(({ shape }) => letterOf(shape)).join(''));
  if (match === null) return reportMisfit(signature, call, lowering);
  const left = [...call.args];
  const given: Argument[] = [];
  for (const [at, parameter] of signature.parameters.entries()) {
    const letters = match[at + 1] ?? '';
    if (letters === '' && parameter.mark === '-') {
      const { context } = call.place;
      if (!parameter.accepts.includes(letterOf(context))) return reportMisfit(signature, call, lowering);
      given.push({ shape: context, span: call.span });
    }
    if (letters === '' && parameter.mark !== '-') given.push(left.shift() ?? { shape: nothing, span: call.span });
    for (const letter of letters) {
      const arg = left.shift();
      // What is left out has taken one already.
      if (arg === undefined) break;
      const taken = parameter.letter !== 'a' || letter === 'm' ? arg : asList(arg, letter, parameter, lowering);
      if (taken === undefined) return undefined;
      given.push(taken);
    }
  }
  return given;
}

/** What JSONata calls the kind of a value; `d` for days, which it does not have. */
function letterOf(shape: Shape): string {
  if (isFunction(shape)) return 'f';
  switch (shape.kind) {
    case 'nothing':
      return 'm';
    case 'scalar':
      return shape.type === 'date' || shape.type === 'datetime' ? 'd' : shape.type.slice(0, 1);
    case 'list':
    case 'lines':
    case 'parts':
    case 'matches':
      return 'a';
    case 'pattern':
      return 'f';
    default:
      return 'o';
  }
}

/** A single value where a list is asked for is a list of one; its items have the type that is asked for. */
function asList(arg: Argument, letter: string, { item }: SignatureParameter, lowering: Lowering): Argument | undefined {
  const { shape, span } = arg;
  const found = letter === 'a' ? itemLetters(shape) : [letter];
  if (item !== undefined && found.some((one) => one !== item)) return reportItems(span, lowering);
  // Something missing is no list of one.
  return letter === 'a' || shape.kind !== 'scalar' || shape.optional ? arg : { shape: { kind: 'list', items: [shape] }, span };
}

function itemLetters(shape: Shape): readonly string[] {
  if (shape.kind === 'list') return shape.items.map(letterOf);
  if (shape.kind === 'lines') return [shape.value === undefined ? 'o' : letterOf(shape.value)];
  return shape.kind === 'parts' ? ['s'] : ['o'];
}

function reportItems(span: Span, lowering: Lowering): undefined {
  return lowering.report('formula.signature-items', span, { written: lowering.text.slice(span.from, span.to) });
}

/** The first argument of a wrong type by itself, where each has one place; else the signature. */
function reportMisfit({ parameters, written }: Signature, call: Call, lowering: Lowering): undefined {
  const plain = parameters.every(({ mark }) => mark !== '+') && call.args.length <= parameters.length;
  for (const [at, { shape, span }] of plain ? call.args.entries() : []) {
    const letter = parameters[at]?.letter ?? '';
    const type = Object.hasOwn(SINGLE, letter) ? SINGLE[letter as keyof typeof SINGLE] : undefined;
    if (type !== undefined && shape.kind !== 'nothing' && ofType(shape, type, span, lowering) === undefined) return undefined;
  }
  return lowering.report('formula.signature', call.span, { signature: written });
}
