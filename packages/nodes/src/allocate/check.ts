// Values and costs have to be numbers, playbooks have to be there, and a cost has to be known.
import { type Checked, type Compiled, gather, type NodeContext, nearestName } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import type { AllocateConfig, OfferConfig } from './config.ts';
import { playbookOf } from './ports.ts';

const numbers = { types: ['number'] } as const;

export function checkAllocate(context: NodeContext<AllocateConfig>): Checked {
  const { config, value, condition } = context;
  const parts = config.offers.flatMap((offer, at): readonly Compiled[] => {
    const path = `offers.${at}`;
    return [
      value(offer.value, `${path}.value`, numbers),
      ...(offer.cost === undefined || typeof offer.cost === 'number' ? [] : [value(offer.cost, `${path}.cost`, numbers)]),
      ...(offer.where === undefined ? [] : [condition(offer.where, `${path}.where`)]),
    ];
  });
  return gather(
    parts,
    config.offers.flatMap((offer, at) => remarks(offer, at, context)),
  );
}

function remarks(offer: OfferConfig, at: number, { config, flow, report }: NodeContext<AllocateConfig>): readonly Diagnostic[] {
  const { id, playbook, cost, capacity, budget } = offer;
  const path = `offers.${at}`;
  const found = playbookOf(playbook, flow);
  if (playbook !== undefined && found === undefined) {
    const unknown = report('allocate.unknown-playbook', `${path}.playbook`, { id: playbook });
    const ids = (flow.playbooks ?? []).map((one) => one.id);
    const nearest = nearestName(playbook, ids);
    return [nearest === undefined ? unknown : { ...unknown, repair: { path: `${path}.playbook`, value: nearest } }];
  }
  return [
    ...(cost === undefined && found?.cost === undefined ? [report('allocate.no-cost', `${path}.cost`, { id })] : []),
    ...(capacity === undefined && budget === undefined && config.budget === undefined
      ? [report('allocate.no-limit', path, { id }, 'info')]
      : []),
  ];
}
