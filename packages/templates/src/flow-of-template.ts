// A template as a flow: its words in the reader's language where a flow holds one, its data named as it is mapped, laid out.
import type { LocalText, ValueType } from '@tierflow/definition';
import { type Flow, type FlowData, flowLayout } from '@tierflow/flow';
import type { Mapping, SetMapping } from './mapping/available.ts';
import type { Template, TemplatePlaybook, TemplateSet } from './template.ts';

type Title = Exclude<Flow['title'], string>;

export interface FlowOptions {
  readonly id: string;
  readonly timeZone: string;
  /** Language of what a flow says in one language only: channels and owners. */
  readonly language: 'en' | 'zh-CN';
  /** Where its data is; without it, data sets and columns have the template's own names. */
  readonly mapping?: Mapping;
}

/** The flow, reading data sets by the template's own names. */
export function flowOfTemplate(template: Template, { id, timeZone, language, mapping }: FlowOptions): Flow {
  const flow: Flow = {
    format: 'tierflow/flow@1',
    id,
    title: titled(template.title),
    timeZone,
    data: Object.fromEntries(template.data.map((set) => [set.name, declared(set, mapping?.[set.name])])),
    nodes: [...template.nodes],
    edges: [...template.edges],
    playbooks: template.playbooks.map((playbook) => playbookIn(playbook, language)),
    ...(template.seasons === undefined ? {} : { seasons: [...template.seasons] }),
  };
  return { ...flow, layout: { ...flowLayout(flow) } };
}

function declared({ name: set, key, customer, time, fields }: TemplateSet, mapping: SetMapping | undefined): FlowData {
  return {
    ...(mapping === undefined || mapping.dataset === set ? {} : { dataset: mapping.dataset }),
    ...(key === undefined ? {} : { key }),
    ...(customer === undefined ? {} : { customer }),
    ...(time === undefined ? {} : { time }),
    fields: fields.map(({ name, type }) => {
      const column = mapping?.columns[name];
      if (column === undefined) return { name, type };
      return { name, type: readAs(type, column.type), ...(column.name === name ? {} : { column: column.name }) };
    }),
  };
}

/** A day or an instant as it is; anything else as the template needs it. */
function readAs(wanted: ValueType, found: ValueType): ValueType {
  const isTime = (type: ValueType) => type === 'date' || type === 'datetime';
  return isTime(wanted) && isTime(found) ? found : wanted;
}

function playbookIn(
  { channel, owner, ...rest }: TemplatePlaybook,
  language: FlowOptions['language'],
): NonNullable<Flow['playbooks']>[number] {
  const { id, title, actions, cadence, serviceLevel, offer, cost } = rest;
  return {
    id,
    title: titled(title),
    actions: actions.map(titled),
    channel: channel[language] ?? channel.en,
    owner: owner[language] ?? owner.en,
    cadence: titled(cadence),
    ...(serviceLevel === undefined ? {} : { serviceLevel: titled(serviceLevel) }),
    ...(offer === undefined ? {} : { offer: titled(offer) }),
    cost,
  };
}

function titled({ en, 'zh-CN': zh }: LocalText): Title {
  return { en, ...(zh === undefined ? {} : { 'zh-CN': zh }) };
}
