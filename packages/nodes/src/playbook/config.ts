// Settings of a playbook node.
import { z } from 'zod';

export const playbookConfig = z.strictObject({
  /** Id of one of the flow's playbooks. */
  playbook: z.string().min(1).max(64),
  /** 1 comes first where a customer gets several playbooks. */
  priority: z.int().min(1).max(1000).default(100),
});

export type PlaybookConfig = z.infer<typeof playbookConfig>;
