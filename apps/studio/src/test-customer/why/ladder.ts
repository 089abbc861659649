// Why a customer is where they are, as steps in flow order: what was known, what the rule made of it. No words.
import type { Cell, Explain } from '@tierflow/api';
import type { Compilation, KindRegistry, PortSpec } from '@tierflow/compiler';
import { type Flow, flowOrder } from '@tierflow/flow';

/** A value that a rule read or made. */
export interface StepValue {
  readonly name: string;
  readonly value: Cell;
}

export interface LadderStep {
  readonly node: string;
  /** What became of the customer: through, left aside, unknown to the condition, only computed for, or served at the end. */
  readonly outcome: 'passed' | 'rest' | 'unknown' | 'computed' | 'end';
  /** Ways out they take. */
  readonly ports: readonly PortSpec[];
  readonly reads: readonly StepValue[];
  readonly makes: readonly StepValue[];
  readonly score: Explain['scores'][number] | undefined;
  readonly tiers: Explain['tiers'][number] | undefined;
}

export interface Ladder {
  readonly steps: readonly LadderStep[];
  /** Nodes they never reach. */
  readonly unreached: readonly string[];
  /** Values that rules on their way read but that are not known of them. */
  readonly missing: readonly string[];
}

/** What the steps are told apart by. */
export interface Surroundings {
  readonly compilation: Compilation;
  readonly kinds: KindRegistry;
}

/** The ladder of an explanation. Nodes that the explanation does not know (blocked, notes) are left out. */
export function ladderOf(flow: Flow, explain: Explain, { compilation, kinds }: Surroundings): Ladder {
  const order = flowOrder(flow).filter((id) => explain.nodes[id] !== undefined);
  const known = valuesOf(explain);
  const reached = order.filter((id) => explain.nodes[id]?.in === true);
  const steps = reached.map((id) => stepOf(id, { compilation, kinds, explain, known }));
  const missing = new Set(steps.flatMap((step) => step.reads.flatMap(({ name, value }) => (value === null ? [name] : []))));
  return { steps, unreached: order.filter((id) => explain.nodes[id]?.in !== true), missing: [...missing] };
}

/** Fields of the record, then what nodes made, by name. */
function valuesOf(explain: Explain): ReadonlyMap<string, Cell> {
  const made = Object.values(explain.nodes).flatMap((pass) => (pass.in ? Object.entries(pass.values) : []));
  return new Map([...Object.entries(explain.record), ...made]);
}

interface Known extends Surroundings {
  readonly explain: Explain;
  readonly known: ReadonlyMap<string, Cell>;
}

function stepOf(id: string, { compilation, kinds, explain, known }: Known): LadderStep {
  const facts = compilation.nodes.get(id);
  const pass = explain.nodes[id];
  const ports = (facts?.ports ?? []).filter((port) => pass?.ports.includes(port.id) === true);
  return {
    node: id,
    outcome: outcomeOf(ports, {
      unknown: pass?.unknown === true,
      choices: facts?.ports.length ?? 0,
      acts: kinds.get(facts?.kind ?? '')?.group === 'act',
    }),
    ports,
    reads: (facts?.reads ?? []).map((name) => ({ name, value: known.get(name) ?? null })),
    makes: Object.entries(pass?.values ?? {}).map(([name, value]) => ({ name, value })),
    score: explain.scores.find((score) => score.node === id),
    tiers: explain.tiers.find((tiers) => tiers.node === id),
  };
}

function outcomeOf(
  ports: readonly PortSpec[],
  { unknown, choices, acts }: { readonly unknown: boolean; readonly choices: number; readonly acts: boolean },
): LadderStep['outcome'] {
  if (unknown) return 'unknown';
  if (acts || choices === 0) return 'end';
  if (choices === 1) return 'computed';
  return ports.some((port) => port.remainder !== true) ? 'passed' : 'rest';
}
