// The columns of the people at a place, and which of them are shown: chosen once per flow, kept in this browser.
import type { ColumnInfo, NodeFacts } from '@tierflow/compiler';

/** What a table needs to know of a column. */
export type ShownColumn = Pick<ColumnInfo, 'name' | 'type' | 'title' | 'node' | 'values'>;

/** Names by which a person is recognised. */
const nameLike = /^(?:name|full[_ ]?name|customer[_ ]?name|company(?:[_ ]?name)?|姓名|客户(?:名称|姓名)|公司(?:名称)?|名称)$/i;
const shownAtFirst = 12;

/** Columns that leave a node, the key apart: what arrives, then what it makes. */
export function columnsLeaving(facts: NodeFacts | undefined, key: string | undefined): readonly ShownColumn[] {
  if (facts === undefined) return [];
  const all = new Map([...facts.scope, ...facts.makes.map((info): [string, ColumnInfo] => [info.name, info])]);
  return [...all.values()].filter((info) => info.name !== key);
}

/** Before anything is chosen: the name, what nodes made, the latest node first, then fields of the data. */
export function firstColumns(all: readonly ShownColumn[]): readonly string[] {
  const name = all.find((info) => nameLike.test(info.name));
  const nodes = [...new Set(all.flatMap((info) => info.node ?? []))].reverse();
  const made = nodes.flatMap((node) => all.filter((info) => info.node === node));
  const fields = all.filter((info) => info.node === undefined && info !== name);
  return [...(name === undefined ? [] : [name]), ...made, ...fields].slice(0, shownAtFirst).map((info) => info.name);
}

/** The columns to show, in the order of the choice; a choice that fits nothing here counts as none. */
export function shownColumns(all: readonly ShownColumn[], chosen: readonly string[] | undefined): readonly ShownColumn[] {
  const byName = new Map(all.map((info) => [info.name, info]));
  const pick = (names: readonly string[]) => names.flatMap((name) => byName.get(name) ?? []);
  const picked = chosen === undefined ? [] : pick(chosen);
  return picked.length > 0 ? picked : pick(firstColumns(all));
}

const keyOf = (flow: string) => `tierflow.columns.${flow}`;

/** The choice kept for a flow. */
export function readChoice(storage: Storage, flow: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(flow)) ?? 'null');
    return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice; undefined forgets it. A storage that is full only means that it lasts for this visit. */
export function keepChoice(storage: Storage, flow: string, names: readonly string[] | undefined): void {
  try {
    if (names === undefined) storage.removeItem(keyOf(flow));
    else storage.setItem(keyOf(flow), JSON.stringify(names));
  } catch {
    // The columns on the screen stay as they are.
  }
}
