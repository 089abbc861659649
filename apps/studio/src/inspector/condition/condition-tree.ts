// Edits of a nested condition as pure functions. A place is the way down from the root: positions in groups, and `not`.
import type { Condition } from '@tierflow/compiler';

export type Step = number | 'not';
export type Place = readonly Step[];

export type GroupMode = 'all' | 'any';

/** A group as people see it: all or any of some parts, or everybody but those (exclude). */
export interface GroupView {
  readonly mode: GroupMode;
  readonly exclude: boolean;
  readonly parts: readonly Condition[];
  /** From the condition's place to its parts: through `not` for an exclude group. */
  readonly inner: Place;
}

/** The condition as a group; undefined for a row. An excluded row is a group of one. */
export function groupView(condition: Condition): GroupView | undefined {
  if ('all' in condition) return { mode: 'all', exclude: false, parts: condition.all, inner: [] };
  if ('any' in condition) return { mode: 'any', exclude: false, parts: condition.any, inner: [] };
  if (!('not' in condition)) return undefined;
  const { not } = condition;
  if ('all' in not) return { mode: 'all', exclude: true, parts: not.all, inner: ['not'] };
  if ('any' in not) return { mode: 'any', exclude: true, parts: not.any, inner: ['not'] };
  return { mode: 'all', exclude: true, parts: [not], inner: ['not'] };
}

/** Builds a group back from its view. */
export function groupOf(view: Pick<GroupView, 'mode' | 'exclude' | 'parts'>): Condition {
  const group: Condition = view.mode === 'all' ? { all: view.parts } : { any: view.parts };
  return view.exclude ? { not: group } : group;
}

/** The condition at a place; undefined where there is none. */
export function conditionAt(root: Condition, place: Place): Condition | undefined {
  const [step, ...rest] = place;
  if (step === undefined) return root;
  const view = groupView(root);
  if (view === undefined || typeof step !== 'number') return undefined;
  const part = view.parts[step];
  return part === undefined ? undefined : conditionAt(part, rest);
}

/** A copy with the parts of the group at a place replaced. A row there becomes a group first. */
export function withParts(root: Condition, place: Place, change: (parts: readonly Condition[]) => readonly Condition[]): Condition {
  const [step, ...rest] = place;
  const view = groupView(root) ?? { mode: 'all', exclude: false, parts: [root], inner: [] };
  if (step === undefined) return groupOf({ ...view, parts: change(view.parts) });
  return groupOf({ ...view, parts: view.parts.map((part, at) => (at === step ? withParts(part, rest, change) : part)) });
}

/** A copy with the condition at a place replaced. */
export function replaced(root: Condition, place: Place, next: Condition): Condition {
  const last = place.at(-1);
  if (last === undefined) return next;
  return withParts(root, place.slice(0, -1), (parts) => parts.map((part, at) => (at === last ? next : part)));
}

/** A copy with a condition added at the end of the group at a place. */
export function added(root: Condition, place: Place, next: Condition): Condition {
  return withParts(root, place, (parts) => [...parts, next]);
}

/** A copy without the condition at a place; groups that become empty go with it, the root stays. */
export function removed(root: Condition, place: Place): Condition {
  const last = place.at(-1);
  if (last === undefined) return { all: [] };
  const parent = place.slice(0, -1);
  const next = withParts(root, parent, (parts) => parts.filter((_, at) => at !== last));
  const left = parent.length === 0 ? undefined : conditionAt(next, parent);
  return left !== undefined && groupView(left)?.parts.length === 0 ? removed(next, parent) : next;
}

/** A copy with the condition at a place moved up or down among its siblings. Who is meant does not change. */
export function moved(root: Condition, place: Place, by: -1 | 1): Condition {
  const last = place.at(-1);
  if (typeof last !== 'number') return root;
  return withParts(root, place.slice(0, -1), (parts) => {
    const part = parts[last];
    const to = last + by;
    if (part === undefined || to < 0 || to >= parts.length) return parts;
    const rest = parts.filter((_, at) => at !== last);
    return [...rest.slice(0, to), part, ...rest.slice(to)];
  });
}

/** A copy with the condition at a place put into a group of its own, or into the group right before it. */
export function indented(root: Condition, place: Place): Condition {
  const last = place.at(-1);
  const part = conditionAt(root, place);
  if (typeof last !== 'number' || part === undefined) return root;
  const before = conditionAt(root, [...place.slice(0, -1), last - 1]);
  if (before !== undefined && groupView(before) !== undefined) return added(removed(root, place), [...place.slice(0, -1), last - 1], part);
  const mode: GroupMode = groupView(conditionAt(root, place.slice(0, -1)) ?? root)?.mode === 'any' ? 'all' : 'any';
  return replaced(root, place, groupOf({ mode, exclude: false, parts: [part] }));
}

/** A copy with the condition at a place moved out of its group, behind it. */
export function outdented(root: Condition, place: Place): Condition {
  const parent = place.slice(0, -1);
  const at = parent.at(-1);
  const part = conditionAt(root, place);
  if (typeof at !== 'number' || part === undefined) return root;
  const siblings = groupView(conditionAt(root, parent) ?? root)?.parts.length ?? 0;
  const without = removed(root, place);
  const behind = siblings > 1 ? at + 1 : at;
  return withParts(without, parent.slice(0, -1), (parts) => [...parts.slice(0, behind), part, ...parts.slice(behind)]);
}

/** The path into the config for diagnostics and counts: `where.all.0`, `where.not.any.1`. */
export function placePath(base: string, root: Condition, place: Place): string {
  const [step, ...rest] = place;
  if (step === undefined) return base;
  const view = groupView(root);
  const part = typeof step === 'number' ? view?.parts[step] : undefined;
  if (view === undefined || part === undefined) return base;
  return placePath(partPath(base, root, step as number), part, rest);
}

/** The path of a part of a group. */
export function partPath(base: string, group: Condition, at: number): string {
  if ('all' in group) return `${base}.all.${at}`;
  if ('any' in group) return `${base}.any.${at}`;
  if (!('not' in group)) return base;
  return groupView(group.not) === undefined || 'not' in group.not ? `${base}.not` : partPath(`${base}.not`, group.not, at);
}
