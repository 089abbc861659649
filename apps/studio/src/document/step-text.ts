// Names of edits in words, as undo shows them: "Threshold B 70 → 75".
import type { KindRegistry, NodeKind } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import { type Flow, readPath, type Step } from '@tierflow/flow';
import { kindWord, nodeTitle, type Speech } from '../words/use-words.ts';

interface Context {
  /** The content before or after the step; titles of nodes are read from it. */
  readonly flow: Flow | null;
  readonly kinds: KindRegistry;
  readonly speech: Speech;
}

/** The name of a step. */
export function stepText(step: Step, { flow, kinds, speech }: Context): string {
  const { t, title, language } = speech;
  const nameOf = (id: string) => {
    const node = flow?.nodes.find((candidate) => candidate.id === id);
    return node === undefined ? id : nodeTitle(node, kinds.get(node.kind), language);
  };
  const one = (ids: readonly string[]) => nameOf(ids[0] ?? '');
  switch (step.code) {
    case 'addNode':
    case 'insertNode':
      return t(`steps.${step.code}`, { title: kindWord(kinds.get(step.kind), 'name', language) });
    case 'removeNodes':
      return step.nodes.length > 1
        ? t('steps.removeNodes', { count: step.nodes.length })
        : t('steps.removeNode', { title: step.title === null ? one(step.nodes) : title(step.title) });
    case 'connect':
      return t('steps.connect', { from: nameOf(step.edge.from), to: nameOf(step.edge.to) });
    case 'reconnect':
      return t('steps.reconnect', { to: nameOf(step.edge.to) });
    case 'disconnect':
      return t('steps.disconnect', { count: step.edges.length });
    case 'setConfig':
      return configText(step, nameOf(step.node), { flow, kinds, speech });
    case 'rename':
      return t('steps.rename', { title: step.after === null ? '' : title(step.after) });
    case 'setNote':
      return t('steps.setNote', { title: nameOf(step.node) });
    case 'move':
      return step.nodes.length > 1 ? t('steps.move', { count: step.nodes.length }) : t('steps.moveNode', { title: one(step.nodes) });
    case 'paste':
      return step.nodes.length > 1 ? t('steps.paste', { count: step.nodes.length }) : t('steps.pasteNode', { title: one(step.nodes) });
    case 'duplicate':
      return step.nodes.length > 1
        ? t('steps.duplicate', { count: step.nodes.length })
        : t('steps.duplicateNode', { title: one(step.nodes) });
    case 'tidy':
      return t('steps.tidy');
    case 'setTitle':
      return t('steps.setTitle', { title: title(step.after) });
    case 'setTimeZone':
      return t('steps.setTimeZone', { zone: step.after });
    case 'putPlaybook':
    case 'removePlaybook':
      return t(`steps.${step.code}`, { title: title(step.title) });
    case 'setLever':
      return t(step.actionable ? 'steps.leverOn' : 'steps.leverOff', { name: step.name });
    case 'putSeason':
    case 'removeSeason':
      return t(`steps.${step.code}`, { title: title(step.title) });
    case 'setSeasonValue': {
      const node = flow?.nodes.find((candidate) => candidate.id === step.node);
      const label = fieldLabel(node?.config, step.path, node === undefined ? undefined : kinds.get(node.kind), speech);
      const [before, after] = [short(step.before) ?? '—', short(step.after) ?? '—'];
      return t('steps.setSeasonValue', { title: nameOf(step.node), season: title(step.title), label, before, after });
    }
    case 'replace':
      return t(`steps.${step.reason}`);
  }
}

function configText(step: Extract<Step, { code: 'setConfig' }>, title: string, { flow, kinds, speech }: Context): string {
  const node = flow?.nodes.find((candidate) => candidate.id === step.node);
  const label = fieldLabel(node?.config, step.path, node === undefined ? undefined : kinds.get(node.kind), speech);
  const [before, after] = [short(step.before), short(step.after)];
  const values = before !== undefined && after !== undefined;
  return values ? speech.t('steps.setConfigValue', { title, label, before, after }) : speech.t('steps.setConfig', { title, label });
}

/** The label of the form's field at a path, with the name of the list item it belongs to. */
export function fieldLabel(config: Json | undefined, path: string, kind: NodeKind | undefined, speech: Speech): string {
  const names = path.split('.');
  const item = names.findIndex((name) => /^\d+$/.test(name));
  const field = kind?.form.find(
    (candidate) => candidate.path === (item < 0 ? path : names.slice(0, item).join('.')) || candidate.path === names[0],
  );
  const inner =
    field?.type === 'list' && item >= 0 ? field.item.find((candidate) => candidate.path === names.slice(item + 1).join('.')) : undefined;
  const label = (inner ?? field)?.label;
  const words = label === undefined ? path : kindWord(kind, label, speech.language);
  const owner = item < 0 ? undefined : readPath(config, `${names.slice(0, item + 1).join('.')}.title`);
  const name = typeof owner === 'string' ? owner : localTitle(owner, speech);
  return name === undefined ? words : `${name} ${words}`;
}

function localTitle(value: Json | undefined, speech: Speech): string | undefined {
  if (typeof value !== 'object' || value === null || !('en' in value)) return undefined;
  return speech.text(value as unknown as { en: string });
}

/** Single values that fit into a name. */
function short(value: Json | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.length <= 24 ? value : undefined;
}
