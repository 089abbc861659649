// The table of JSONata's suite as a page of the documentation.
import type { Classified } from './jsonata-suite.ts';
import { suiteClasses } from './suite-class.ts';
import { reasonOf, sameErrors } from './suite-reasons.ts';

/** True for a case that is answered as JSONata answers it, errors included. */
export function isSupported({ outcome }: Classified): boolean {
  return outcome === 'answered' || outcome === 'asked' || outcome.startsWith('error: ');
}

/** Count of supported cases by class. */
export function supportedByClass(cases: readonly Classified[]): Readonly<Record<string, number>> {
  return Object.fromEntries(suiteClasses.map((name) => [name, cases.filter((one) => one.class === name && isSupported(one)).length]));
}

/** The page, in Markdown. */
export function suitePage(cases: readonly Classified[]): string {
  const classes = suiteClasses.map((name) => ({ name, all: cases.filter((one) => one.class === name) }));
  const rows = [...classes, { name: 'all', all: cases }].map(({ name, all }) => {
    const count = (test: (one: Classified) => boolean): number => all.filter(test).length;
    const supported = count(isSupported);
    const differs = count(({ outcome }) => outcome.startsWith('differs: '));
    const share = `${((100 * supported) / all.length).toFixed(1)} %`;
    const asked = count(({ outcome }) => outcome === 'asked');
    return [name, all.length, supported, share, asked, differs, count(({ outcome }) => outcome.startsWith('refused: '))];
  });
  return `# JSONata's own test suite

Every case of the suite of jsonata 2.2.2 is answered as JSONata answers it, raises or is refused with an error that says
the same, is answered differently by name, or is refused for a reason out of a closed list. Closures, generated code,
the sweep over columns and, where a formula has SQL, DuckDB give one and the same answer.

A formula is one value. A case whose result is a list, an object or nothing is *asked in parts*: by formulas around it, such
as \`$count((…))\`, \`(…)[1]\`, \`(…).name\` and \`$exists((…))\`, which must answer with how many there are and with every member.
Written by \`node packages/expression/test/suite/write-suite.ts\`; a test keeps it current.

${table(['class', 'cases', 'supported', 'share', 'asked in parts', 'differs', 'refused'], rows)}

Classes, by what the expression and its data use: *flat scalar* has fields, literals, operators, blocks and functions of
single values; *nested scalar* also paths, or data with lists; *path and aggregate* also predicates, aggregates,
constructors, ranges, expression steps, wildcards and regular expressions; *rest* functions as values, \`~>\`, \`%\`, \`@\`, \`#\`,
\`**\`, \`^( )\`, transforms; *parse error* is no JSONata.

## Refused, by reason

${table(['reason', ...suiteClasses], reasonRows(cases))}

## Answered differently

${[...new Set(cases.flatMap(({ outcome }) => (outcome.startsWith('differs: ') ? [outcome.slice(9)] : [])))].map((name) => `- ${name}`).join('\n')}

## Errors that say the same

${table(
  ['JSONata', 'here'],
  Object.entries(sameErrors).map(([theirs, ours]) => [theirs, ours.map((code) => `\`${code}\``).join(', ')]),
)}
`;
}

function reasonRows(cases: readonly Classified[]): readonly (readonly (string | number)[])[] {
  const refused = cases.flatMap((one) =>
    one.outcome.startsWith('refused: ') ? [{ one, reason: reasonOf(one.outcome.slice(9)) ?? '' }] : [],
  );
  const byReason = Map.groupBy(refused, ({ reason }) => reason);
  return [...byReason]
    .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
    .map(([reason, list]) => [reason, ...suiteClasses.map((name) => list.filter(({ one }) => one.class === name).length || '')]);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
