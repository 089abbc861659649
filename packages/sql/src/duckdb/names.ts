// Names in the query. DuckDB tells names apart without regard to the case of A–Z.

/** How DuckDB compares names. */
export function folded(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Gives names that differ from all given before and from those taken: the wanted one, or one with a mark added. */
export function nameGiver(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set([...taken].map(folded));
  return (wanted) => {
    let name = wanted;
    for (let n = 2; used.has(folded(name)); n++) name = `${wanted}~${n}`;
    used.add(folded(name));
    return name;
  };
}

/** The first name that DuckDB would take for an earlier one. */
export function clashIn(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(folded(name)).size);
}
