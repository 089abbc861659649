// A merge has no settings of its own: the order of its inputs under `priority` is a setting of every node.
import { z } from 'zod';

export const mergeConfig = z.strictObject({});

export type MergeConfig = z.infer<typeof mergeConfig>;
