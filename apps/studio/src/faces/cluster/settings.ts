// What the pictures need of a cluster node's settings.
import type { Json, LocalText } from '@tierflow/definition';
import { type Flow, readPath, type Title } from '@tierflow/flow';
import { type Language, textIn } from '../../design/number-format.ts';
import { titleIn } from '../../inspector/fields/title-text.ts';

/** Names of the measures, in the order of the settings: as typed, else as the column is called. */
export function measureNames(config: Json, language: Language, titleOf: (column: string) => LocalText | undefined): readonly string[] {
  const fields = readPath(config, 'fields');
  if (!Array.isArray(fields)) return [];
  return fields.map((field: Json) => {
    const title = readPath(field, 'title') as Title | undefined;
    const typed = title === undefined ? '' : titleIn(title, language, false);
    if (typed !== '') return typed;
    const column = readPath(field, 'field');
    const own = typeof column === 'string' ? titleOf(column) : undefined;
    return own === undefined ? String(column ?? readPath(field, 'expr') ?? '') : textIn(own, language);
  });
}

/** Number of clusters; 1 where nothing sensible is set. */
export function clusterCount(config: Json): number {
  const k = readPath(config, 'k');
  return typeof k === 'number' && k >= 1 && k <= 30 ? Math.floor(k) : 1;
}

/** The typed name of a cluster, from 0. */
export function labelTitle(config: Json, at: number): Title | null {
  return (readPath(config, `labels.${at}.title`) as Title | undefined) ?? null;
}

/** The list of names with one of them changed; empty entries at the end are left out. */
export function withLabel(config: Json, at: number, title: Title | null): Json | undefined {
  const old = readPath(config, 'labels');
  const labels: Json[] = Array.isArray(old) ? [...(old as readonly Json[])] : [];
  while (labels.length <= at) labels.push({});
  const { title: _, ...rest } = labels[at] as { readonly [name: string]: Json };
  labels[at] = title === null ? rest : { ...rest, title: title as Json };
  while (labels.length > 0 && Object.keys(labels.at(-1) as object).length === 0) labels.pop();
  return labels.length === 0 ? undefined : labels;
}

/** Settings that do not change what a comparison of numbers of clusters finds. */
const aside: ReadonlySet<string> = new Set(['k', 'labels', 'orderBy', 'order', 'as']);

/** Everything that a comparison depends on: the node's own settings and the nodes above, as text. */
export function comparisonKey(flow: Flow, id: string): string {
  const above = new Set([id]);
  for (let size = 0; size < above.size; ) {
    size = above.size;
    for (const edge of flow.edges) if (above.has(edge.to)) above.add(edge.from);
  }
  const nodes = flow.nodes
    .filter((node) => above.has(node.id))
    .map(({ id: own, kind, config }) => ({ own, kind, config: own === id ? kept(config) : config }));
  const edges = flow.edges.filter((edge) => above.has(edge.to));
  return JSON.stringify([nodes, edges, flow.data, flow.timeZone]);
}

function kept(config: object): object {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !aside.has(name)));
}
