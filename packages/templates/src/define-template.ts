// Short forms in which templates are written: texts, nodes, edges as `from:port>to`, playbooks with the nodes that hand them out.
import type { Json, LocalText } from '@tierflow/definition';
import type { FlowEdge, FlowNode } from '@tierflow/flow';
import type { Template, TemplatePlaybook } from './template.ts';

/** A text in both languages. */
export function t(en: string, zh: string): LocalText {
  return { en, 'zh-CN': zh };
}

/** A node. */
export function node(id: string, kind: string, title: LocalText, config: { readonly [name: string]: Json }): FlowNode {
  return { id, kind, title: { en: title.en, 'zh-CN': title['zh-CN'] ?? title.en }, config: { ...config } };
}

/** A case of a switch, a band of a tiers node: an id with its title and whatever it asks for. */
export function entry(id: string, title: LocalText, rest: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  return { id, title: { en: title.en, 'zh-CN': title['zh-CN'] ?? title.en }, ...rest };
}

/** A comparison of a condition. */
export function is(field: string, op: string, value?: Json): { readonly [name: string]: Json } {
  return { field, op, ...(value === undefined ? {} : { value }) };
}

/** A playbook, and the ports whose people it is for; none where a node hands it out by itself. */
export interface Play extends TemplatePlaybook {
  readonly from: readonly string[];
}

type Written = Omit<Template, 'edges' | 'playbooks'> & {
  /** `from>to` or `from:port>to`. */
  readonly edges: readonly string[];
  /** The most urgent first. */
  readonly plays: readonly Play[];
};

/** A template with its source, its playbook nodes and all edges. */
export function defineTemplate({ nodes, edges, plays, ...rest }: Written): Template {
  const [customers] = rest.data;
  const source = node('source', 'source', t('All customers', '全部客户'), { data: customers?.name ?? '' });
  const acts = plays.flatMap(({ id, from, title }, at) =>
    from.length === 0 ? [] : [node(id, 'playbook', title, { playbook: id, priority: at + 1 })],
  );
  return {
    ...rest,
    nodes: [source, ...nodes, ...acts],
    edges: [...edges.map(edge), ...plays.flatMap(({ id, from }) => from.map((port) => edge(`${port}>${id}`)))],
    playbooks: plays.map(({ from: _, ...playbook }) => playbook),
  };
}

function edge(text: string): FlowEdge {
  const [start = '', to = ''] = text.split('>');
  const [from = '', port] = start.split(':');
  return { from, ...(port === undefined ? {} : { port }), to };
}
