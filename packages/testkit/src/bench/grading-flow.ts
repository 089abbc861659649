// The flow all engines compute: filter on three fields → RFM quintiles → weighted score → five tiers → a playbook
// by tier and region.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition } from '@tierflow/definition';
import { type Flow, flowSchema } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';

export const regions = Array.from({ length: 12 }, (_, at) => `region-${at + 1}`);
export const served = regions.slice(0, 6);
export const east = regions.slice(0, 3);
export const tierIds = ['diamond', 'platinum', 'gold', 'silver', 'bronze'] as const;
/** Lower ends of the tiers in tenths of a point; the last tier takes the rest. */
export const tierFrom = [4.4, 3.8, 3, 2.2] as const;

const number = (name: string) => ({ name, type: 'number' as const });

export const gradingFlow: Flow = flowSchema.parse({
  format: 'tierflow/flow@1',
  id: 'grading',
  title: 'Grading',
  timeZone: 'UTC',
  data: {
    customers: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'region', type: 'string' },
        number('age'),
        number('satisfaction'),
        number('days'),
        number('orders'),
        number('spend'),
      ],
    },
  },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    {
      id: 'reach',
      kind: 'filter',
      config: {
        where: {
          all: [
            { field: 'region', op: 'in', value: served },
            { field: 'age', op: 'between', value: [20, 70] },
            { field: 'satisfaction', op: 'isNotEmpty' },
          ],
        },
      },
    },
    {
      id: 'rfm',
      kind: 'rfm',
      config: { recency: { field: 'days' }, frequency: { field: 'orders' }, monetary: { field: 'spend' }, method: 'quantiles', bins: 5 },
    },
    {
      id: 'score',
      kind: 'scorecard',
      config: {
        parts: [
          { field: 'R', weight: 0.3, scale: 'none' },
          { field: 'F', weight: 0.3, scale: 'none' },
          { field: 'M', weight: 0.4, scale: 'none' },
        ],
        as: 'score',
      },
    },
    {
      id: 'tiers',
      kind: 'tiers',
      config: { on: 'score', bands: tierIds.map((id, at) => ({ id, title: id, from: tierFrom[at] ?? null })) },
    },
    ...tierIds.flatMap((id) => [
      { id: `${id}-by-region`, kind: 'filter', config: { where: { field: 'region', op: 'in', value: east } } },
      { id: `${id}-east`, kind: 'playbook', config: { playbook: `${id}-east` } },
      { id: `${id}-west`, kind: 'playbook', config: { playbook: `${id}-west` } },
    ]),
  ],
  edges: [
    { from: 'src', to: 'reach' },
    { from: 'reach', port: 'match', to: 'rfm' },
    { from: 'rfm', to: 'score' },
    { from: 'score', to: 'tiers' },
    ...tierIds.flatMap((id) => [
      { from: 'tiers', port: id, to: `${id}-by-region` },
      { from: `${id}-by-region`, port: 'match', to: `${id}-east` },
      { from: `${id}-by-region`, port: 'rest', to: `${id}-west` },
    ]),
  ],
  playbooks: tierIds.flatMap((id) => [
    { id: `${id}-east`, title: `${id} east` },
    { id: `${id}-west`, title: `${id} west` },
  ]),
});

/** The compiled flow, before the fit. */
export function gradingDefinition(): Definition {
  const compilation = compile(gradingFlow, nodeKinds, dataSchemaOf(gradingFlow).schema);
  const errors = compilation.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (compilation.definition === undefined || errors.length > 0) throw new Error(JSON.stringify(errors));
  return compilation.definition;
}
