// What publishing would change, in words: one line per change, with the rule before and after where a rule changed.
import type { Compilation, KindRegistry, NodeKind } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import {
  diffFlows,
  type FieldChange,
  type Flow,
  type FlowChange,
  type FlowEdge,
  type FlowNode,
  type FlowSeason,
  readPath,
} from '@tierflow/flow';
import { fieldLabel as stepLabel } from '../../document/step-text.ts';
import { kindWord, nodeTitle, type Speech } from '../../words/use-words.ts';

export interface ChangeLine {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
  /** Node to look at, where it is in the draft. */
  readonly node?: string;
  /** Details: what stood there and what stands there now. */
  readonly details: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

export interface Comparison {
  /** What is live. */
  readonly before: Flow;
  readonly after: Flow;
  readonly compiledBefore: Compilation;
  readonly compiledAfter: Compilation;
}

interface Surroundings extends Comparison {
  readonly kinds: KindRegistry;
  readonly speech: Speech;
}

/** The lines, in the order of the draft. */
export function changeLines(comparison: Comparison, kinds: KindRegistry, speech: Speech): readonly ChangeLine[] {
  const around = { ...comparison, kinds, speech };
  return diffFlows(comparison.before, comparison.after).changes.map((change, at) => ({ key: `${at}`, ...lineOf(change, around) }));
}

function lineOf(change: FlowChange, around: Surroundings): Omit<ChangeLine, 'key'> {
  const { t, title } = around.speech;
  const name = (node: FlowNode) => nodeTitle(node, around.kinds.get(node.kind), around.speech.language);
  switch (change.type) {
    case 'nodeAdded':
      return {
        kind: 'added',
        text: t('publish.nodeAdded', { title: name(change.node) }),
        node: change.node.id,
        details: newRule(change.node, around),
      };
    case 'nodeRemoved':
      return { kind: 'removed', text: t('publish.nodeRemoved', { title: name(change.node) }), details: [] };
    case 'nodeChanged':
      return {
        kind: 'changed',
        text: t('publish.nodeChanged', { title: name(change.node) }),
        node: change.node.id,
        details: changedNode(change.node, change.fields, around),
      };
    case 'edgeAdded':
      return { kind: 'added', text: t('publish.edgeAdded', ends(change.edge, around.after, around)), node: change.edge.to, details: [] };
    case 'edgeRemoved':
      return { kind: 'removed', text: t('publish.edgeRemoved', ends(change.edge, around.before, around)), details: [] };
    case 'playbookAdded':
      return { kind: 'added', text: t('publish.playbookAdded', { title: title(change.playbook.title) }), details: [] };
    case 'playbookRemoved':
      return { kind: 'removed', text: t('publish.playbookRemoved', { title: title(change.playbook.title) }), details: [] };
    case 'playbookChanged':
      return {
        kind: 'changed',
        text: t('publish.playbookChanged', { title: title(change.playbook.title) }),
        details: plainFields(change.fields, around),
      };
    case 'seasonAdded':
      return {
        kind: 'added',
        text: t('publish.seasonAdded', { title: title(change.season.title) }),
        details: seasonNumbers(change.season, around),
      };
    case 'seasonRemoved':
      return { kind: 'removed', text: t('publish.seasonRemoved', { title: title(change.season.title) }), details: [] };
    case 'seasonChanged':
      return {
        kind: 'changed',
        text: t('publish.seasonChanged', { title: title(change.season.title) }),
        details: seasonFields(change.fields, around),
      };
    case 'seasonsReordered':
      return { kind: 'changed', text: t('publish.seasonsReordered'), details: [] };
    case 'flowChanged':
      return { kind: 'changed', text: t('publish.flowChanged'), details: change.fields.flatMap((field) => flowField(field, around)) };
  }
}

function ends(edge: FlowEdge, flow: Flow, { kinds, speech }: Surroundings): { readonly from: string; readonly to: string } {
  const name = (id: string) => {
    const node = flow.nodes.find((candidate) => candidate.id === id);
    return node === undefined ? id : nodeTitle(node, kinds.get(node.kind), speech.language);
  };
  return { from: name(edge.from), to: name(edge.to) };
}

function newRule(node: FlowNode, { compiledAfter, speech }: Surroundings): ChangeLine['details'] {
  const summary = compiledAfter.nodes.get(node.id)?.summary;
  return summary === undefined ? [] : [{ label: '', before: '', after: speech.text(summary) }];
}

/** The rule's sentence where it reads differently, else the fields one by one. */
function changedNode(node: FlowNode, fields: readonly FieldChange[], around: Surroundings): ChangeLine['details'] {
  const { compiledBefore, compiledAfter, speech, kinds } = around;
  const sentence = (compiled: Compilation) => {
    const summary = compiled.nodes.get(node.id)?.summary;
    return summary === undefined ? undefined : speech.text(summary);
  };
  const [before, after] = [sentence(compiledBefore), sentence(compiledAfter)];
  const kind = kinds.get(node.kind);
  const single = fields.flatMap((field) => {
    const [was, is] = [shown(field.before, speech), shown(field.after, speech)];
    return was === undefined || is === undefined ? [] : [{ label: fieldLabel(field.path, { node, kind }, around), before: was, after: is }];
  });
  if (single.length === fields.length && single.length <= 4) return single;
  return before !== undefined && after !== undefined && before !== after ? [{ label: speech.t('publish.rule'), before, after }] : single;
}

/** Every number of a new season beside the usual one. */
function seasonNumbers({ values }: FlowSeason, around: Surroundings): ChangeLine['details'] {
  return values.map(({ node, path, value }) => ({
    label: seasonLabel(`${node} ${path}`, around),
    before: usualNumber(node, path, around.after, around.speech),
    after: String(value),
  }));
}

/** Days and numbers of a season that changed; a number it has not got is the usual one. */
function seasonFields(fields: readonly FieldChange[], around: Surroundings): ChangeLine['details'] {
  const { speech, before, after } = around;
  return fields.flatMap((field) => {
    if (!field.path.startsWith('values.')) return plainFields([field], around);
    const [node = '', path = ''] = field.path.slice('values.'.length).split(' ');
    const said = (value: Json | undefined, flow: Flow) =>
      value === undefined ? usualNumber(node, path, flow, speech) : (shown(value, speech) ?? '');
    return [{ label: seasonLabel(`${node} ${path}`, around), before: said(field.before, before), after: said(field.after, after) }];
  });
}

function usualNumber(node: string, path: string, flow: Flow, speech: Speech): string {
  const value = readPath(flow.nodes.find(({ id }) => id === node)?.config, path);
  return value === undefined ? '—' : `${shown(value, speech) ?? ''} (${speech.t('publish.seasonUsual')})`;
}

function seasonLabel(place: string, { after, before, kinds, speech }: Surroundings): string {
  const [id = '', path = ''] = place.split(' ');
  const node = [after, before].flatMap((flow) => flow.nodes).find((candidate) => candidate.id === id);
  const kind = node === undefined ? undefined : kinds.get(node.kind);
  return `${nodeTitle(node, kind, speech.language)} · ${stepLabel(node?.config, path, kind, speech)}`;
}

/** Of levers with their names and in words, other fields as they are. */
function flowField(field: FieldChange, around: Surroundings): ChangeLine['details'] {
  const end = field.path.lastIndexOf(' ');
  const what = leverWords.find((word) => word === field.path.slice(end + 1));
  if (!field.path.startsWith('levers.') || what === undefined) return plainFields([field], around);
  return plainFields([{ ...field, path: `${field.path.slice('levers.'.length, end)} · ${around.speech.t(`moves.said.${what}`)}` }], around);
}

const leverWords = ['actionable', 'min', 'max'] as const;

function plainFields(fields: readonly FieldChange[], around: Surroundings): ChangeLine['details'] {
  return fields.flatMap((field) => {
    const [before, after] = [shown(field.before, around.speech), shown(field.after, around.speech)];
    return before === undefined || after === undefined ? [] : [{ label: field.path, before, after }];
  });
}

/** The label of the form's field, with the item of a list it belongs to. */
function fieldLabel(
  path: string,
  { node, kind }: { readonly node: FlowNode; readonly kind: NodeKind | undefined },
  { speech }: Surroundings,
): string {
  if (!path.startsWith('config.')) return speech.t(path.startsWith('note') ? 'publish.note' : 'publish.name');
  const names = path.slice('config.'.length).split('.');
  const field =
    kind?.form.find((candidate) => candidate.path === names.join('.')) ?? kind?.form.find((candidate) => candidate.path === names[0]);
  if (field === undefined) return names.join(' ');
  const [, item, ...inner] = names;
  const innerField = field.type === 'list' ? field.item.find((candidate) => candidate.path === inner.join('.')) : undefined;
  const word = kindWord(kind, (innerField ?? field).label, speech.language);
  return field.type === 'list' && item !== undefined ? `${itemName(node, field.path, item, speech)} · ${word}` : word;
}

/** What an item of a list is called: its title, the field it is about, its id, else its place counted from one. */
function itemName(node: FlowNode, list: string, item: string, speech: Speech): string {
  const items = readPath(node.config, list);
  const found = Array.isArray(items) ? (items.find((each) => readPath(each, 'id') === item) ?? items[Number(item)]) : undefined;
  const title = readPath(found, 'title') ?? readPath(found, 'field') ?? readPath(found, 'name');
  const name = title === undefined || title === null ? undefined : shown(title, speech);
  return name ?? (/^\d+$/.test(item) ? String(Number(item) + 1) : item);
}

/** Values that fit on a line; undefined for whole structures. */
function shown(value: Json | undefined, speech: Speech): string | undefined {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'boolean') return speech.t(value ? 'drawer.yes' : 'drawer.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.length <= 60 ? value : undefined;
  return !Array.isArray(value) && 'en' in value ? speech.text(value as unknown as { en: string }) : undefined;
}
