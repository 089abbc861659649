// Nodes and outputs of several compilations as one: ways out and answers are united, what has two meanings is a conflict.
import type { Definition, Field, Input, NodeEntry, Outputs } from '@tierflow/definition';

export interface JoinedFrame {
  readonly nodes: readonly NodeEntry[];
  readonly outputs: Outputs;
  /** True where something cannot be one, such as an answer that is another column in a season. */
  readonly conflict: boolean;
}

/** The frame of the first definition with what only the others have. */
export function joinFrames(definitions: readonly [Definition, ...Definition[]]): JoinedFrame {
  const state = { conflict: false };
  const [usual] = definitions;
  const same = <T>(values: readonly T[]): T => {
    if (values.some((value) => value !== values[0])) state.conflict = true;
    return values[0] as T;
  };
  const united = <T>(
    lists: readonly (readonly T[])[],
    keyOf: (item: T) => string,
    meanings: (item: T) => readonly unknown[],
  ): readonly T[] => {
    const found = new Map<string, T>();
    for (const item of lists.flat()) {
      const known = found.get(keyOf(item));
      if (known === undefined) found.set(keyOf(item), item);
      else same([meanings(known).join('\0'), meanings(item).join('\0')]);
    }
    return [...found.values()];
  };
  const byMask = <T extends { readonly id: string; readonly mask: string }>(lists: readonly (readonly T[])[]): readonly T[] =>
    united(
      lists,
      (item) => item.id,
      (item) => [item.mask],
    );
  const nodes = usual.nodes.map((node): NodeEntry => {
    const all = definitions.map((definition) => definition.nodes.find((other) => other.id === node.id) ?? node);
    same(all.map((other) => other.in));
    same(all.map((other) => other.unknown));
    const columns = [...new Set(all.flatMap((other) => other.columns))];
    return { ...node, ports: byMask(all.map((other) => other.ports)), columns };
  });
  same(definitions.map((definition) => definition.nodes.map((node) => node.id).join(' ')));
  const outputs = definitions.map((definition) => definition.outputs);
  const tiers = usual.outputs.tiers.map((tier) => {
    const all = outputs.map((output) => output.tiers.find((other) => other.node === tier.node) ?? tier);
    same(all.map((other) => other.score));
    same(all.map((other) => other.unassigned));
    return { ...tier, bands: byMask(all.map((other) => other.bands)) };
  });
  same(outputs.map((output) => output.tiers.map((tier) => tier.node).join(' ')));
  return {
    nodes,
    outputs: {
      ...usual.outputs,
      tiers,
      scores: united(
        outputs.map((output) => output.scores),
        (item) => item.name,
        (item) => [item.column],
      ),
      labels: united(
        outputs.map((output) => output.labels),
        (item) => item.name,
        (item) => [item.column],
      ),
      segments: byMask(outputs.map((output) => output.segments)),
      playbooks: united(
        outputs.map((output) => output.playbooks),
        (item) => item.id,
        (item) => [item.mask, item.priority],
      ),
    },
    conflict: state.conflict,
  };
}

/** What any of the programs reads of a record. */
export function joinInputs(inputs: readonly Input[]): Input {
  const [usual] = inputs as readonly [Input, ...Input[]];
  const collections = byName(inputs.flatMap((input) => input.collections)).map(([first, ...others]) => ({
    ...first,
    fields: firstOf([first, ...others].flatMap((collection) => collection.fields)),
  }));
  return { ...usual, fields: firstOf(inputs.flatMap((input) => input.fields)), collections };
}

function firstOf(fields: readonly Field[]): readonly Field[] {
  return byName(fields).map(([first]) => first);
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly (readonly [T, ...T[]])[] {
  return [...Map.groupBy(items, ({ name }) => name).values()] as unknown as readonly (readonly [T, ...T[]])[];
}
