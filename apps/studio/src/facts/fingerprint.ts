// What the counts of a node depend on, as a short text: its rule, everything above it, and the data's description.
// Two nodes with the same fingerprint have the same counts on the same data, so an old answer is never painted on a new node.
import { canonicalJson, stableHash } from '@tierflow/definition';
import { type Flow, flowOrder, portOf } from '@tierflow/flow';

/** Fingerprints by node id; `data` names the state of the data they are counted on. */
export function fingerprints(flow: Flow, data: string): ReadonlyMap<string, string> {
  const prints = new Map<string, string>();
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const frame = canonicalJson([data, flow.timeZone, flow.data ?? null, flow.playbooks ?? null]);
  for (const id of flowOrder(flow)) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const above = flow.edges.filter((edge) => edge.to === id).map((edge) => `${edge.from}:${portOf(edge)}=${prints.get(edge.from) ?? ''}`);
    prints.set(id, stableHash('', canonicalJson([frame, id, node.kind, node.config, above])).toString(36));
  }
  return prints;
}
