// A remark on a flow as a fault of the request that brought it: the node by its id, the place in its config, the words.
import { type Fault, gateMessages, type Language } from '@tierflow/api';
import { messageOf } from '@tierflow/compiler';
import { type Diagnostic, renderMessage } from '@tierflow/definition';
import { nodeKinds } from '@tierflow/nodes';

/** The pointer names a node by its id, `/nodes/ID/config/where`. */
export function diagnosticFault({ code, params, at }: Diagnostic, language: Language): Fault {
  const gate = Object.hasOwn(gateMessages[language], code);
  const message = gate ? renderMessage(gateMessages[language], code, params) : messageOf({ code, params, at }, language, nodeKinds);
  const node = at.node === undefined ? [] : ['nodes', at.node];
  const path = at.path === undefined ? [] : [...(at.node === undefined ? [] : ['config']), ...at.path.split('.')];
  return { pointer: [...node, ...path].map((step) => `/${step}`).join(''), code, message };
}
