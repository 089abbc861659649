// Tables of one column: industries, and one's own.
import { call, type LabelValue, type Lowered, literal, type MadeColumn, type NodeContext } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import type { LookupConfig } from './config.ts';
import { beside, isFound, keyText, leaving, outcomeColumn } from './outcome.ts';
import { keyOf, type OwnTable } from './own-table.ts';
import { industries, industryKeys } from './tables/industries.ts';

type Context = NodeContext<LookupConfig>;

const AMBIGUOUS = '?';
/** Beyond these a value of an own table is not offered for choosing. */
const MOST_VALUES = 500;

export function lowerTable(context: Context): Lowered {
  const values = industries.map(({ id, en, zh }): LabelValue => ({ value: id, title: { en, 'zh-CN': zh } }));
  const title = { en: 'Industry', 'zh-CN': '行业' };
  const { own } = context;
  return leaving(context, [
    ...looked(context, industryKeys(AMBIGUOUS)),
    outcomeColumn(context, [
      [call('isBlank', own('text')), 'empty'],
      [call('isMissing', own('entry')), 'not-found'],
      [call('eq', own('entry'), literal(AMBIGUOUS)), 'ambiguous'],
    ]),
    answer(context, title, values),
  ]);
}

export function lowerOwn(context: Context, { keys }: OwnTable): Lowered {
  const { own, config } = context;
  const values = [...new Set(keys.map(({ to }) => to))].map((value): LabelValue => ({ value }));
  return leaving(context, [
    ...looked(context, new Map(keys.map(({ text, to }) => [keyOf(text), to]))),
    outcomeColumn(context, [
      [call('isBlank', own('text')), 'empty'],
      [call('isMissing', own('entry')), 'not-found'],
    ]),
    answer(context, { en: config.as }, values.length > MOST_VALUES ? undefined : values),
  ]);
}

function looked(context: Context, table: ReadonlyMap<string, string>): readonly MadeColumn[] {
  return [
    { id: 'text', type: 'string', expr: keyText('field', context) },
    { id: 'entry', type: 'string', expr: beside(context.own('text'), table) },
  ];
}

function answer(context: Context, title: LocalText, values: readonly LabelValue[] | undefined): MadeColumn {
  const { config, own } = context;
  return {
    id: 'answer',
    name: config.as,
    title,
    type: 'string',
    answers: true,
    ...(values === undefined ? {} : { values }),
    expr: call('case', isFound(context), own('entry')),
  };
}
