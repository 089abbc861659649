// Names as they stand in formulas.

const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** A name as it stands in a formula: in back quotes unless it is one plain word. Undefined for a name with a back quote. */
export function formulaName(name: string): string | undefined {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !KEYWORDS.has(name)) return name;
  return name === '' || name.includes('`') ? undefined : `\`${name}\``;
}
