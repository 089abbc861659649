// One edit of a node's config as a command. Edges out of ports that vanish go in the same step; edges out of a port
// that only got another id stay with it.
import type { KindRegistry } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import { type Change, type Command, type Flow, nodeOf, portOf, setConfig, writePath } from '@tierflow/flow';

interface Edit {
  readonly node: string;
  readonly path: string;
  /** Undefined takes the value away. */
  readonly value: Json | undefined;
}

/** Sets a value of a node's config. */
export function configCommand(kinds: KindRegistry, edit: Edit): Command {
  return (flow) => {
    const node = nodeOf(flow, edit.node);
    if (node === undefined) return setConfig(flow, edit);
    const before = portsOf(kinds, flow, node.kind, node.config);
    const after = portsOf(kinds, flow, node.kind, writePath(node.config, edit.path, edit.value));
    if (before === undefined || after === undefined) return setConfig(flow, edit);
    const renamed = renamedPort(before, after);
    if (renamed === undefined) return setConfig(flow, { ...edit, ports: after });
    return withPort(setConfig(flow, edit), edit.node, renamed);
  };
}

/** Several edits as one step, which is named after the last of them. */
export function configCommands(kinds: KindRegistry, edits: readonly [...Edit[], Edit]): Command {
  const last = edits[edits.length - 1] as Edit;
  return (flow) => {
    const before = edits.slice(0, -1).reduce((content, edit) => configCommand(kinds, edit)(content).flow, flow);
    return configCommand(kinds, last)(before);
  };
}

/** Ids of the ports a config makes; undefined while it cannot be read, so that half-typed settings cut no edges. */
function portsOf(kinds: KindRegistry, flow: Flow, kind: string, config: Json | undefined): readonly string[] | undefined {
  const found = kinds.get(kind);
  const parsed = found?.schema.safeParse(config);
  return parsed?.success === true ? found?.ports(parsed.data, flow).map((port) => port.id) : undefined;
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

function renamedPort(before: readonly string[], after: readonly string[]): Renamed | undefined {
  if (before.length !== after.length) return undefined;
  const changed = before.flatMap((from, at) => (from === after[at] ? [] : [{ from, to: after[at] ?? '' }]));
  const [only] = changed;
  return changed.length === 1 && only !== undefined && !before.includes(only.to) ? only : undefined;
}

function withPort(change: Change, node: string, { from, to }: Renamed): Change {
  const edges = change.flow.edges.map((edge) => (edge.from === node && portOf(edge) === from ? { ...edge, port: to } : edge));
  return { ...change, flow: { ...change.flow, edges } };
}
