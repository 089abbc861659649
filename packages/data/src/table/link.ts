// Links collections to customers: both are sorted by key, so one walk through both finds whose lines are whose.

/** Order of code points, which is the order in which keys are stored; JavaScript's own order differs above U+FFFF. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const wideX = (x & 0xf800) === 0xd800;
    const wideY = (y & 0xf800) === 0xd800;
    return wideX === wideY ? x - y : wideX ? 1 : -1;
  }
  return a.length - b.length;
}

/** Keys in order without repeats; each list is in order itself, entry 0 is not a key. */
export function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [''], ...rest] = lists;
  return rest.reduce<readonly string[]>((merged, list) => {
    const out = [''];
    let i = 1;
    let j = 1;
    while (i < merged.length || j < list.length) {
      const a = merged[i];
      const b = list[j];
      const order = a === undefined ? 1 : b === undefined ? -1 : compareKeys(a, b);
      out.push((order <= 0 ? a : b) as string);
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return out;
  }, first);
}

export interface Linked {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Lines whose customer is not among the customers. */
  readonly unknownCustomer: number;
}

/** Whose lines: `customers` and `owners` in order (entry 0 unused), `offsets` as stored with the owners. */
export function linkLines(customers: readonly string[], owners: readonly string[], offsets: Uint32Array): Linked {
  const rows = customers.length - 1;
  if (customers === owners) return { start: offsets.slice(0, rows), end: offsets.slice(1, rows + 1), unknownCustomer: 0 };
  const start = new Uint32Array(rows);
  const end = new Uint32Array(rows);
  let unknownCustomer = 0;
  let at = 1;
  for (let owner = 1; owner < owners.length; owner++) {
    const key = owners[owner] as string;
    while (at < customers.length && compareKeys(customers[at] as string, key) < 0) at++;
    const from = offsets[owner - 1] as number;
    const to = offsets[owner] as number;
    if (at < customers.length && customers[at] === key) {
      start[at - 1] = from;
      end[at - 1] = to;
    } else unknownCustomer += to - from;
  }
  return { start, end, unknownCustomer };
}
