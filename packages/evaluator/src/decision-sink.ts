// A decision as one object literal of a fixed shape, in generated code and by closures.
import type { Column, Decision, Definition, LocalText, Note } from '@tierflow/definition';
import { emitJson, NO_NOTES, type Sink } from './codegen/record-code.ts';
import type { Prepared } from './program.ts';
import { jsonValue, keyOf } from './row.ts';
import type { Value } from './value.ts';

/** What a decision is made of, resolved once per definition. */
export interface Answer {
  readonly outputs: Definition['outputs'];
  readonly bands: readonly { readonly id: string; readonly title: LocalText; readonly mask: string }[];
  readonly score: string | undefined;
  readonly playbooks: Definition['outputs']['playbooks'];
  readonly identity: Decision['definition'];
}

/** The main tiers are those of the last tiers node in flow order. */
export function answerOf(definition: Definition, digest: string): Answer {
  const { outputs } = definition;
  const main = outputs.tiers.at(-1);
  return {
    outputs,
    bands: main?.bands ?? [],
    score: main?.score,
    playbooks: outputs.playbooks,
    identity: { name: definition.name, version: definition.version, revision: definition.revision, digest },
  };
}

/** Ids of the columns a decision reads. */
export function columnsOf(answer: Answer): readonly string[] {
  const { outputs } = answer;
  return [
    ...answer.bands.map((band) => band.mask),
    ...(answer.score === undefined ? [] : [answer.score]),
    ...outputs.scores.map((score) => score.column),
    ...outputs.labels.map((label) => label.column),
    ...outputs.segments.map((segment) => segment.mask),
    ...answer.playbooks.map((playbook) => playbook.mask),
  ];
}

const IDENTIFIER = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]*$/;

/** Text of the decision. Names enter the text only if they are plain identifiers; others are computed keys. */
export function decisionSink(answer: Answer, prepared: Prepared): Sink {
  return ({ variable }, add) => {
    const member = (name: string): string => (IDENTIFIER.test(name) ? `'${name}'` : `[${add(name)}]`);
    const json = (id: string): string => emitJson(prepared.program.columns[prepared.position(id)] as Column, variable(id), add);
    const choose = (pick: (band: Answer['bands'][number]) => unknown): string =>
      [...answer.bands.map((band) => `${variable(band.mask)} === 1 ? ${add(pick(band))} : `), 'null'].join('');
    const list = (name: string, items: readonly { id: string; mask: string }[]): string =>
      `const ${name} = []; ${items.map((item) => `if (${variable(item.mask)} === 1) ${name}.push(${add(item.id)});`).join(' ')}`;
    const members = (items: readonly { name: string; column: string }[]): string =>
      `{ ${items.map((item) => `${member(item.name)}: ${json(item.column)}`).join(', ')} }`;
    return [
      list('segments', answer.outputs.segments),
      list('playbooks', answer.playbooks),
      `return { key: ${emitKey(prepared, add)}, tier: ${choose((band) => band.id)}, tierTitle: ${choose((band) => band.title)},`,
      `score: ${answer.score === undefined ? 'null' : json(answer.score)}, scores: ${members(answer.outputs.scores)},`,
      `segments, labels: ${members(answer.outputs.labels)}, playbooks, asOf: asOfText,`,
      `definition: ${add(answer.identity)}, notes: notes === null ? ${add(NO_NOTES)} : notes };`,
    ].join('\n');
  };
}

/** Text of the record's key: text as it stands, a number as text. */
function emitKey(prepared: Prepared, add: (value: unknown) => string): string {
  const name = prepared.program.input.key;
  return `(typeof r[${add(name)}] === 'string' ? r[${add(name)}] : ${add((record: object) => keyOf(name, record))}(r))`;
}

/** One customer's column values, ready to be told. */
export interface Answered {
  readonly key: string | null;
  readonly values: readonly Value[];
  readonly notes: readonly Note[];
  readonly asOf: string;
}

/** The same decision from column values. */
export function decisionOf(answer: Answer, prepared: Prepared, { key, values, notes, asOf }: Answered): Decision {
  const at = (id: string): Value => values[prepared.position(id)];
  const json = (id: string) => jsonValue((prepared.program.columns[prepared.position(id)] as Column).type, at(id));
  const band = answer.bands.find((candidate) => at(candidate.mask) === true);
  const members = <T>(items: readonly { name: string; column: string }[]) =>
    Object.fromEntries(items.map((item) => [item.name, json(item.column) as T]));
  return {
    key,
    tier: band?.id ?? null,
    tierTitle: band?.title ?? null,
    score: answer.score === undefined ? null : (json(answer.score) as number | null),
    scores: members<number | null>(answer.outputs.scores),
    segments: answer.outputs.segments.filter((segment) => at(segment.mask) === true).map((segment) => segment.id),
    labels: members<string | null>(answer.outputs.labels),
    playbooks: answer.playbooks.filter((playbook) => at(playbook.mask) === true).map((playbook) => playbook.id),
    asOf,
    definition: answer.identity,
    notes,
  };
}
