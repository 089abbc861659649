// Settings of an allocation: what can be offered, how much of it there is, what it costs and what it is worth with whom.
import { conditionSchema, valueSchema } from '@tierflow/compiler';
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName, portId, refuseTwice } from '../names.ts';

/** Money in the workspace's currency. */
const money = z.number().min(0).max(1e15);

const offer = z.strictObject({
  id: portId('waiting', 'rest'),
  /** The playbook's, if not given. */
  title: titleSchema.optional(),
  /** Id of one of the flow's playbooks: whoever is served gets it. */
  playbook: z.string().min(1).max(64).optional(),
  /** What serving somebody is worth, in money. */
  value: valueSchema,
  /** What serving somebody costs: a number, a column or a formula; the playbook's cost if not given. */
  cost: z.union([money, valueSchema]).optional(),
  /** At most so many people. */
  capacity: z.int().min(0).max(1_000_000_000).optional(),
  /** At most so much money. */
  budget: money.optional(),
  /** Who can be served; everybody if not given. */
  where: conditionSchema.optional(),
});

export const allocateConfig = z
  .strictObject({
    offers: z.array(offer).min(1).max(20),
    /** Money for all offers together. */
    budget: money.optional(),
    /** Priority of the playbooks where a customer gets others too; 1 comes first. */
    priority: z.int().min(1).max(1000).default(100),
    /** Decides between people who bring equally much; the node's id if not given. */
    salt: z.string().min(1).max(200).optional(),
    /** Name of a text column that carries the offer's id to nodes below. */
    as: columnName.optional(),
  })
  .superRefine((config, context) =>
    refuseTwice(
      config.offers.map(({ id }) => id),
      'offers',
      'id',
      context,
    ),
  );

export type AllocateConfig = z.infer<typeof allocateConfig>;
export type OfferConfig = AllocateConfig['offers'][number];
