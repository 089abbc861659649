// JSONata's own test suite as a yardstick: every case is answered, agrees on an error, differs by name, or is refused
// for a reason out of a closed list.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Json } from '@tierflow/definition';
import { type Answered, answerOf } from './answer.ts';
import { compileCase } from './compile-case.ts';
import { inferInput, isKeyIn } from './infer-input.ts';
import { onlyValue, questionsOf } from './questions.ts';
import { type SuiteClass, suiteClassOf } from './suite-class.ts';
import { reasonOf, sameErrors } from './suite-reasons.ts';

interface SuiteCase {
  readonly expr?: string;
  readonly 'expr-file'?: string;
  readonly data?: Json;
  readonly dataset?: string | null;
  readonly bindings?: { readonly [name: string]: Json };
  readonly result?: Json;
  readonly undefinedResult?: boolean;
  readonly code?: string;
  readonly error?: { readonly code: string };
}

export interface Classified {
  /** `group/case`, with a position where a file holds several. */
  readonly id: string;
  readonly text: string;
  readonly class: SuiteClass;
  /**
   * `answered`; `asked` where formulas around it have every member of a list or an object; `error: <our code>` where
   * JSONata has an error that says the same; `refused: <code>`;
   * `differs: <name>`; `failed` for anything else.
   */
  readonly outcome: string;
  readonly detail?: string;
}

/** Cases that are answered differently on purpose. */
export const differences: Readonly<Record<string, string>> = {
  'function-number/case027': 'a number does not begin with 0 and another digit',
  'function-number/case028': 'a number does not begin with 0 and another digit',
  'function-number/case029': 'a number does not begin with 0 and another digit',
  'function-number/case030': 'a number does not begin with 0 and another digit',
  'tail-recursion/case002': 'functions may stand 200 levels deep in themselves',
  'sorting/case008': 'lines without the value they are sorted by are left out',
  'sorting/case009': 'lines without the value they are sorted by are left out',
  'sorting/case010': 'lines without the value they are sorted by are left out',
  'function-string/case030': 'whole numbers too are written with at most 15 significant digits',
};

/** All cases of the suite at `folder`; `answered` is told of every formula that was evaluated for them. */
export async function classifySuite(folder: string, answered: (one: Answered) => void = () => undefined): Promise<readonly Classified[]> {
  const groups = join(folder, 'groups');
  const cases: Classified[] = [];
  for (const group of readdirSync(groups).sort()) {
    for (const file of readdirSync(join(groups, group)).sort()) {
      if (file.endsWith('.json')) cases.push(...(await casesOf({ folder, answered }, group, file)));
    }
  }
  return cases;
}

interface Reading {
  readonly folder: string;
  readonly answered: (one: Answered) => void;
}

async function casesOf({ folder, answered }: Reading, group: string, file: string): Promise<readonly Classified[]> {
  const content = JSON.parse(readFileSync(join(folder, 'groups', group, file), 'utf8')) as SuiteCase | readonly SuiteCase[];
  const cases = Array.isArray(content) ? (content as readonly SuiteCase[]) : [content as SuiteCase];
  const name = `${group}/${file.replace('.json', '')}`;
  const found: Classified[] = [];
  for (const [at, one] of cases.entries()) {
    const text = one.expr ?? readFileSync(join(folder, 'groups', group, one['expr-file'] ?? ''), 'utf8');
    const id = cases.length > 1 ? `${name}#${at}` : name;
    const data =
      typeof one.dataset === 'string'
        ? (JSON.parse(readFileSync(join(folder, 'datasets', `${one.dataset}.json`), 'utf8')) as Json)
        : (one.data ?? null);
    found.push({ id, text, class: suiteClassOf(text, data), ...(await classify({ one, id, text, data }, answered)) });
  }
  return found;
}

type Outcome = Pick<Classified, 'outcome' | 'detail'>;

interface Case {
  readonly one: SuiteCase;
  readonly id: string;
  readonly text: string;
  readonly data: Json;
}

async function classify({ one, id, text, data }: Case, answered: (one: Answered) => void): Promise<Outcome> {
  if (Object.keys(one.bindings ?? {}).length > 0) return { outcome: 'refused: bindings' };
  const { fields, collections, record } = inferInput(data);
  const found = compileCase(text, data, { fields, collections });
  const expected = one.code ?? one.error?.code;
  const [refusal] = found.compiled.diagnostics;
  const difference = differences[id];
  if (refusal !== undefined && difference !== undefined) return { outcome: `differs: ${difference}` };
  if (refusal !== undefined) return refused(refusal, { one, text, data, expected }, answered);
  const answer = await answerOf(found, record);
  answered({ id, found, record, answer });
  if ('disagree' in answer) return { outcome: 'failed', detail: answer.disagree };
  if (expected !== undefined) {
    if (difference !== undefined) return { outcome: `differs: ${difference}` };
    if ('error' in answer && sameErrors[expected]?.includes(answer.error) === true) return { outcome: `error: ${answer.error}` };
    return { outcome: 'failed', detail: `expected ${expected}, got ${JSON.stringify(answer)}` };
  }
  const wanted = one.undefinedResult === true ? null : (one.result ?? null);
  if ('value' in answer && same(answer.value, wanted)) return { outcome: 'answered' };
  if (difference !== undefined) return { outcome: `differs: ${difference}` };
  return { outcome: 'failed', detail: `expected ${JSON.stringify(wanted)}, got ${JSON.stringify(answer)}` };
}

interface Refused {
  readonly one: SuiteCase;
  readonly text: string;
  readonly data: Json;
  readonly expected: string | undefined;
}

/** Refused as one value: with an error that says the same as JSONata's, or it can be asked in parts, or not at all. */
async function refused(refusal: Diagnostic, { one, text, data, expected }: Refused, answered: (one: Answered) => void): Promise<Outcome> {
  if (expected !== undefined && sameErrors[expected]?.includes(refusal.code) === true) return { outcome: `error: ${refusal.code}` };
  const asked = expected === undefined ? await askedInParts(one, text, data, answered) : undefined;
  if (asked !== undefined) return asked;
  const inData = refusal.code.startsWith('formula.unknown-name') && isKeyIn(data, String(refusal.params['name']));
  const code = inData || (Array.isArray(data) && refusal.code !== 'formula.syntax') ? 'data' : refusal.code;
  return reasonOf(code) === undefined ? { outcome: 'failed', detail: `refused by ${code}` } : { outcome: `refused: ${code}` };
}

/** `asked` if formulas around the text compile and each has its member of the result; undefined if one is refused. */
async function askedInParts(one: SuiteCase, text: string, data: Json, answered: (one: Answered) => void): Promise<Outcome | undefined> {
  const result = one.undefinedResult === true ? undefined : (one.result ?? null);
  const single = typeof result === 'object' || result === undefined ? questionsOf(text, result) : onlyValue(text, result);
  if (single === undefined) return undefined;
  const { fields, collections, record } = inferInput(data);
  for (const question of single) {
    const found = compileCase(question.text, data, { fields, collections });
    if (found.compiled.expr === undefined) return undefined;
    const answer = await answerOf(found, record);
    answered({ id: question.text, found, record, answer });
    if ('value' in answer && same(answer.value, question.value)) continue;
    // Only a formula that reads nothing of it has an answer over data that is no record.
    if (Array.isArray(data) || data === null) return undefined;
    return { outcome: 'failed', detail: `${question.text}: expected ${JSON.stringify(question.value)}, got ${JSON.stringify(answer)}` };
  }
  return { outcome: 'asked' };
}

function same(got: Json, expected: Json): boolean {
  if (got === expected) return true;
  return typeof got === 'number' && typeof expected === 'number' && Math.abs(got - expected) <= 1e-14 * Math.abs(expected);
}
