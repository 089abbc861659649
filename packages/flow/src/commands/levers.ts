// What of a customer can be changed, as the people who know them say: which levers are pulled when it is asked what would move them.
import type { Flow, FlowLever } from '../schema.ts';
import type { Change } from './change.ts';

/** Names a lever: a field of customers, a collection, or a number in its lines. */
export type LeverName = Pick<FlowLever, 'collection' | 'field'>;

/** What the flow says of a lever; undefined where it says nothing. */
export function leverOf(flow: Pick<Flow, 'levers'>, { collection, field }: LeverName): FlowLever | undefined {
  return flow.levers?.find((lever) => lever.collection === collection && lever.field === field);
}

/** Says whether a lever can be pulled. Its bounds stay. */
export function setLever(flow: Flow, { collection, field }: LeverName, actionable: boolean): Change {
  const step = { code: 'setLever', name: [collection, field].filter((part) => part !== undefined).join('.'), actionable } as const;
  const old = leverOf(flow, { collection, field });
  if (old?.actionable === actionable) return { flow, step };
  const levers = flow.levers ?? [];
  if (old !== undefined)
    return { flow: { ...flow, levers: levers.map((lever) => (lever === old ? { ...lever, actionable } : lever)) }, step };
  const added = { ...(collection === undefined ? {} : { collection }), ...(field === undefined ? {} : { field }), actionable };
  return { flow: { ...flow, levers: [...levers, added] }, step };
}
