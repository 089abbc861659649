// What a template is: a method or a case told by an article, the data it needs, the flow it becomes, and example data to see it on.
import type { LocalText, ValueType } from '@tierflow/definition';
import type { FlowEdge, FlowNode, FlowSeason } from '@tierflow/flow';
import type { WorldName } from './example-data/worlds.ts';

/** The articles that templates come from. */
export const articles = {
  ranges: '客户区间管理策略',
  models: '客户细分模型',
  grading: '客户分级管理案例',
  inApp: '内购该如何管理客户',
  country: '全国客户怎么管理分类',
} as const;

export type ArticleId = keyof typeof articles;

/** Groups of the gallery, in its order. */
export const templateGroups = {
  value: { en: 'Value', 'zh-CN': '客户价值' },
  behaviour: { en: 'Behaviour and lifecycle', 'zh-CN': '行为与生命周期' },
  need: { en: 'Needs and attitudes', 'zh-CN': '需求与态度' },
  service: { en: 'Service and loyalty', 'zh-CN': '服务与忠诚' },
  industry: { en: 'Cases by industry', 'zh-CN': '行业案例' },
  practice: { en: 'Data, service and evaluation', 'zh-CN': '数据、服务与评估' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type TemplateGroup = keyof typeof templateGroups;

/** A column that a template reads. */
export interface TemplateField {
  readonly name: string;
  readonly type: ValueType;
  readonly title: LocalText;
  /** What the template does with it. */
  readonly purpose: LocalText;
  /** Other names that columns with this content go by. */
  readonly synonyms: readonly string[];
}

/** A data set that a template reads: the customers, or lines that belong to them. */
export interface TemplateSet {
  readonly name: string;
  readonly title: LocalText;
  /** Names of other data sets with this content. */
  readonly synonyms: readonly string[];
  /** For customers: the field that names one. */
  readonly key?: string;
  /** For lines: the field that names the customer. */
  readonly customer?: string;
  /** For lines: the field that dates one. */
  readonly time?: string;
  readonly fields: readonly TemplateField[];
}

/** What is done for the people of a group, with the words of both languages. Costs are per person in ¥, and ours. */
export interface TemplatePlaybook {
  readonly id: string;
  readonly title: LocalText;
  readonly actions: readonly LocalText[];
  readonly channel: LocalText;
  readonly owner: LocalText;
  readonly cadence: LocalText;
  readonly serviceLevel?: LocalText;
  readonly offer?: LocalText;
  readonly cost: number;
}

/** A template of the gallery. */
export interface Template {
  readonly id: string;
  readonly group: TemplateGroup;
  readonly article: ArticleId;
  readonly title: LocalText;
  /** One paragraph: what it does and for whom. */
  readonly about: LocalText;
  /** What the article leaves open and we filled in. */
  readonly ours: LocalText;
  /** The customers first. */
  readonly data: readonly TemplateSet[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly playbooks: readonly TemplatePlaybook[];
  /** Days on which other numbers hold. */
  readonly seasons?: readonly FlowSeason[];
  /** Name of the example data it is shown on. */
  readonly example: WorldName;
}
