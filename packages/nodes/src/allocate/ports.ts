// Ways out of an allocation: each offer, the waiting list, and whoever is eligible for nothing.
import type { PortSpec } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { type Flow, localText } from '@tierflow/flow';
import type { AllocateConfig, OfferConfig } from './config.ts';

export function allocatePorts(config: AllocateConfig, flow: Flow): readonly PortSpec[] {
  return [
    ...config.offers.map((offer): PortSpec => ({ id: offer.id, title: offerTitle(offer, flow) })),
    { id: 'waiting', title: { en: 'Waiting', 'zh-CN': '候补' } },
    { id: 'rest', title: { en: 'Rest', 'zh-CN': '其余' }, remainder: true },
  ];
}

/** Its own title, else the playbook's, else the id. */
export function offerTitle({ id, title, playbook }: OfferConfig, flow: Flow): LocalText {
  const named = title === undefined || title === '' ? playbookOf(playbook, flow)?.title : title;
  return named === undefined ? { en: id } : localText(named);
}

export function playbookOf(id: string | undefined, { playbooks = [] }: Flow) {
  return id === undefined ? undefined : playbooks.find((playbook) => playbook.id === id);
}
