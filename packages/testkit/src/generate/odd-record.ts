// Records that do not fit their input: members of another type, lists where none belong, lines that are no objects.
import type { Json } from '@tierflow/definition';
import type { Random } from './random.ts';

type Members = { readonly [name: string]: Json };

const odd: readonly Json[] = [null, '', 'x', '7', true, 0, -1, 2 ** 54, 1e300, '2024-02-30', '2024-02-29', [], ['a'], {}, { a: 1 }];

/** The record with some members, of its own or of its lines, replaced by whatever. */
export function oddRecord(record: Members, random: Random): Json {
  if (random.chance(0.02)) return random.pick(odd);
  const members: { [name: string]: Json } = { ...oddMembers(record, random) };
  const { $previous } = record;
  if (isObject($previous) && random.chance(0.5))
    members['$previous'] = random.chance(0.3) ? random.pick(odd) : oddMembers($previous, random);
  const { orders } = members;
  if (!Array.isArray(orders) || random.chance(0.3)) return members;
  const lines = orders as readonly Json[];
  return { ...members, orders: lines.map((line) => (random.chance(0.2) ? random.pick(odd) : oddMembers(line as Members, random))) };
}

function isObject(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oddMembers(members: Members, random: Random): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, random.chance(0.1) ? random.pick(odd) : value]));
}
