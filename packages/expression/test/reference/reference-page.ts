// The reference of the formula language as a page: prose with places, filled from the documentation of the functions and the
// examples of this folder.
import { readFileSync } from 'node:fs';
import { type Json, renderMessage, rowMessages } from '@tierflow/definition';
import { type Refusal, refused } from '../../src/builtins/refused.ts';
import { type FunctionDoc, type FunctionExample, formulaLimits, formulaMessages, functionDocs } from '../../src/index.ts';
import { chapterExamples } from './chapter-examples.ts';
import { differences } from './differences.ts';
import { asOf, compileExample, orders, zone } from './example-customer.ts';
import { operators } from './operators.ts';
import { refusals } from './refusals.ts';
import { type PageLanguage, pageWords } from './words.ts';

/** The page in a language; `own` are the names of functions that JSONata does not have. */
export function referencePage(language: PageLanguage, own: ReadonlySet<string>): string {
  const template = readFileSync(new URL(`text.${language}.md`, import.meta.url), 'utf8');
  const parts = partsOf(language, own);
  return template.replaceAll(/\{\{([a-z-]+)(?: ([a-z]+))?\}\}/g, (place, name: string, argument: string | undefined) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`nothing fills ${place}`);
    return part(argument ?? '');
  });
}

function partsOf(language: PageLanguage, own: ReadonlySet<string>): Readonly<Record<string, (argument: string) => string>> {
  const words = pageWords[language];
  return {
    'as-of': () => asOf,
    zone: () => zone,
    contents: () => contents(language),
    orders: () =>
      table(
        ['day', 'sku', 'status', 'amount', 'qty'],
        orders.map((line) => ['day', 'sku', 'status', 'amount', 'qty'].map((name) => String(line[name] ?? words.missing))),
      ),
    examples: (chapter) => exampleTable(chapterExamples[chapter] ?? missingChapter(chapter), language),
    'examples-count': () => String(allExamples().length),
    operators: () =>
      table(
        [words.operator, words.meaning, words.formula, words.customer, words.answer],
        operators.map(({ sign, doc, example }) => [code(sign), local(doc, language), ...exampleCells(example, language)]),
      ),
    errors: () =>
      table(
        [words.code, words.meaning],
        rowErrors().map((name) => [code(name), rowMessages[language][name] ?? '']),
      ),
    limit: (name) => formulaLimits[name as keyof typeof formulaLimits].toLocaleString('en'),
    functions: () =>
      groups()
        .map(([group, docs]) => functionGroup(words.groups[group], docs, language, own))
        .join('\n\n'),
    differences: () => differenceTable(language),
    refusals: () => refusals.map((group) => refusalGroup(group, language)).join('\n\n'),
    'refused-functions': () => refusedFunctions(language),
  };
}

function missingChapter(chapter: string): never {
  throw new Error(`there are no examples ${chapter}`);
}

/** Every example of the page that has an answer. */
export function allExamples(): readonly FunctionExample[] {
  return [
    ...Object.values(chapterExamples).flat(),
    ...operators.map(({ example }) => example),
    ...functionDocs().flatMap(({ examples }) => examples),
  ];
}

/** Codes that a formula can leave in a row. */
function rowErrors(): readonly string[] {
  return [...new Set(allExamples().flatMap((example) => ('error' in example ? [example.error] : [])))].sort();
}

function groups(): readonly (readonly [FunctionDoc['group'], readonly FunctionDoc[]])[] {
  return [...Map.groupBy(functionDocs(), ({ group }) => group)];
}

function contents(language: PageLanguage): string {
  const words = pageWords[language];
  const lines = groups().map(
    ([group, docs]) => `- [${words.groups[group]}](#${slug(words.groups[group])})${words.colon}${docs.map(linkTo).join(words.comma)}`,
  );
  return lines.join('\n');
}

function linkTo({ name }: FunctionDoc): string {
  return `[${name}](#${slug(name)})`;
}

/** The anchor that readers of Markdown give a heading. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-');
}

function functionGroup(title: string, docs: readonly FunctionDoc[], language: PageLanguage, own: ReadonlySet<string>): string {
  return [`## ${title}`, ...docs.map((doc) => functionSection(doc, language, own))].join('\n\n');
}

function functionSection(doc: FunctionDoc, language: PageLanguage, own: ReadonlySet<string>): string {
  const words = pageWords[language];
  const { types, results, comma, colon } = words;
  const parameters = doc.parameters.map(({ name, type, optional }) =>
    words.parameter(name, types[type], ...(optional === true ? [words.optional] : [])),
  );
  const result = doc.result === 'same' || doc.result === 'values' ? results[doc.result] : types[doc.result];
  const facts = [
    ...(parameters.length === 0 ? [] : [`- ${words.parameters}${colon}${parameters.join(comma)}`]),
    `- ${words.result}${colon}${result}`,
    `- ${words.ifMissing}${colon}${local(doc.missing, language)}`,
    `- ${words.errors}${colon}${doc.errors.length === 0 ? words.noErrors : doc.errors.map(code).join(comma)}`,
  ];
  const about = [local(doc.doc, language), ...(own.has(doc.name) ? [words.own] : [])].join(language === 'en' ? ' ' : '');
  return [`### ${doc.name}`, `${code(doc.signature)} — ${about}`, facts.join('\n'), exampleTable(doc.examples, language)].join('\n\n');
}

function exampleTable(examples: readonly FunctionExample[], language: PageLanguage): string {
  const words = pageWords[language];
  return table(
    [words.formula, words.customer, words.answer],
    examples.map((example) => exampleCells(example, language)),
  );
}

function exampleCells(example: FunctionExample, language: PageLanguage): readonly string[] {
  return [code(example.formula), given(example.on, language), outcome(example, language)];
}

function given(on: FunctionExample['on'], language: PageLanguage): string {
  return Object.entries(on ?? {})
    .map(([name, value]) => code(`${name} = ${written(value)}`))
    .join(pageWords[language].comma);
}

/** A value as JSON, with blanks that cannot be seen written out. */
function written(value: Json): string {
  return JSON.stringify(value).replaceAll(/[\u00a0\u2028]/g, (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function outcome(found: { readonly answer: Json } | { readonly error: string }, language: PageLanguage): string {
  const words = pageWords[language];
  if ('error' in found) return words.error(found.error);
  return found.answer === null ? words.missing : code(written(found.answer));
}

function differenceTable(language: PageLanguage): string {
  const words = pageWords[language];
  const rows = differences.map(({ what, formula, on, here, jsonata }) => {
    const ours = 'refused' in here ? words.refused(here.refused) : outcome(here, language);
    return [local(what, language), code(formula), given(on, language), outcome(jsonata, language), ours];
  });
  return table([words.difference, words.formula, words.customer, 'JSONata', words.here], rows);
}

function refusalGroup({ title, cases }: (typeof refusals)[number], language: PageLanguage): string {
  const words = pageWords[language];
  const rows = cases.map(({ formula, code: expected, instead }) => {
    const said = compileExample(formula).diagnostics.find((one) => one.code === expected);
    return [
      code(formula),
      said === undefined ? '' : renderMessage(formulaMessages[language], expected, said.params),
      code(expected),
      instead === undefined ? '' : code(instead),
    ];
  });
  return [`### ${local(title, language)}`, table([words.formula, words.says, words.code, words.instead], rows)].join('\n\n');
}

function refusedFunctions(language: PageLanguage): string {
  const words = pageWords[language];
  const rows = [...refused].map(([name, refusal]) => {
    const message = codeOf(refusal);
    return [
      code(`$${name}`),
      renderMessage(formulaMessages[language], message, { name: `$${name}`, instead: refusal.instead ?? '' }),
      code(message),
    ];
  });
  return table([words.name, words.says, words.code], rows);
}

/** The code of a call of a function that formulas refuse. */
export function codeOf({ reason, instead }: Refusal): string {
  return `formula.refused.${reason}${instead === undefined ? '' : '-instead'}`;
}

function local(text: FunctionDoc['doc'], language: PageLanguage): string {
  return text[language] ?? text.en;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = head.map((_, at) => rows.some((row) => row[at] !== ''));
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, at) => kept[at])
      .map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))
      .join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text as code, in a fence that it does not hold. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
