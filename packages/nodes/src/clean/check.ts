// Every rule's column has to be there and of a type the rule is for; a pattern has to be a regular expression.
import { type Checked, type Compiled, gather, type NodeContext } from '@tierflow/compiler';
import type { Expr, ValueType } from '@tierflow/definition';
import type { CleanConfig, CleanRule } from './config.ts';

type Context = NodeContext<CleanConfig>;

const types: Readonly<Record<CleanRule['do'], readonly ValueType[] | undefined>> = {
  trim: ['string'],
  uppercase: ['string'],
  lowercase: ['string'],
  map: ['string'],
  default: ['string', 'number'],
  clamp: ['number'],
  required: undefined,
  range: ['number'],
  oneOf: ['string'],
  pattern: ['string'],
};

export function checkClean(context: Context): Checked {
  const { config, report } = context;
  const found = config.rules.map((rule, at) => ruleField(rule, at, context));
  const wrong = config.rules.flatMap((rule, at) => {
    const standing = rule.do === 'default' && found[at]?.type === 'number' && Number.isNaN(standIn(rule, 'number'));
    return standing ? [report('clean.not-a-number', `rules.${at}.value`, { field: rule.field })] : [];
  });
  const patterns = config.rules.flatMap((rule, at) => {
    const column = found[at]?.column;
    return rule.do === 'pattern' && column !== undefined ? [patternTest(rule, at, context, column.expr)] : [];
  });
  const checked = gather([...found, ...patterns]);
  return { ...checked, diagnostics: [...checked.diagnostics, ...wrong] };
}

/** The column of a rule as it arrives at the node. */
export function ruleField(rule: CleanRule, at: number, { value }: Context): Compiled {
  const wanted = types[rule.do];
  return value(rule.field, `rules.${at}.field`, wanted === undefined ? {} : { types: wanted });
}

/** What `default` puts in, as the column's type; NaN for a text that is no number. */
export function standIn({ value = '' }: CleanRule, type: ValueType): string | number {
  if (type !== 'number') return String(value);
  return typeof value === 'number' || value.trim() !== '' ? Number(value) : Number.NaN;
}

/** Whether the text is found to have the rule's pattern. */
export function patternTest(rule: CleanRule, at: number, { value }: Context, text: Expr): Compiled {
  const scope = new Map([['text', { name: 'text', type: 'string', expr: text } as const]]);
  // A slash would end the expression; what is escaped stays so.
  const pattern = (rule.pattern ?? '').replaceAll(/\\.|\//gs, (part) => (part === '/' ? '\\/' : part));
  const path = `rules.${at}.pattern`;
  const test = value({ expr: `$contains(text, /${pattern}/)` }, path, { scope });
  // Places in the formula mean nothing to whoever typed the pattern.
  const diagnostics = test.diagnostics.map(({ at: { span: _, ...place }, ...found }) => ({ ...found, at: { ...place, path } }));
  return { ...test, reads: [], diagnostics };
}
