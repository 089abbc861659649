// The name a person probably meant.

/** The closest of some names by edit distance, if it is close enough to suggest. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor([...wanted].length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance by code point. */
function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let row = right.map((_, at) => at + 1);
  left.forEach((letter, i) => {
    let diagonal = i;
    let previous = i + 1;
    row = row.map((above, j) => {
      previous = Math.min(above + 1, previous + 1, diagonal + (letter === right[j] ? 0 : 1));
      diagonal = above;
      return previous;
    });
  });
  return row.at(-1) ?? left.length;
}
