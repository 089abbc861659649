// A new allocation: a place for a hundred people, by the column that looks like what they bring.
import type { DefaultsContext } from '@tierflow/compiler';
import { allocateConfig } from './config.ts';

export function defaultOffers({ scope, flow }: DefaultsContext) {
  const numbers = [...scope.values()].filter((info) => info.type === 'number');
  const value = (numbers.findLast((info) => info.node !== undefined) ?? numbers[0])?.name ?? 'value';
  const [playbook] = flow.playbooks ?? [];
  const named =
    playbook === undefined ? { id: 'offer', title: { en: 'Offer', 'zh-CN': '投放' } } : { id: playbook.id, playbook: playbook.id };
  const cost = playbook?.cost === undefined ? { cost: 1 } : {};
  return allocateConfig.parse({ offers: [{ ...named, value, ...cost, capacity: 100 }] });
}
