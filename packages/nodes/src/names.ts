// Names that configs give to columns and ways out, with the rules every kind shares.
import { z } from 'zod';

/** A column a node makes. Formulas and people read it by this name. */
export const columnName = z.string().min(1).max(100);

/** Names of masks that every node may have. */
const masks = ['in', 'unknown', 'served'];

/** Id of a way out that a person names: a tier, a case. The node's own ways out, such as its remainder, have fixed ids that are not free. */
export function portId(...fixed: readonly string[]): z.ZodType<string> {
  return z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
    .superRefine((id, context) => {
      if (fixed.includes(id) || masks.includes(id))
        context.addIssue({ code: 'custom', params: { code: 'config.reserved-name', name: id } });
    });
}

interface Issues {
  readonly addIssue: (issue: { code: 'custom'; path: PropertyKey[]; params: Record<string, unknown> }) => void;
}

/** Reports each name that stands twice, at its place `path`.N.`field`. */
export function refuseTwice(names: readonly string[], path: string, field: string, context: Issues): void {
  names.forEach((name, at) => {
    if (names.indexOf(name) < at)
      context.addIssue({ code: 'custom', path: [path, at, field], params: { code: 'config.duplicate-name', name } });
  });
}
